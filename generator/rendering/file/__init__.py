"""The template’s file as a whole: opened, refused or mended; its filled parts, their places; what is added to it."""
