"""Travel: who pays, which act each traveller needs, what a mission order says, where and when."""
