"""What blocks of tags may cut, repeat or take away: ranges, references, notes, lists, merged rows, tables."""
