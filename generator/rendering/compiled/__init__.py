"""What a compiled template is made of: values that renderings read, and that are kept between runs."""
