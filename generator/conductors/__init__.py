"""The steps in order, for one command each: values in, values out. No conductor knows another."""
