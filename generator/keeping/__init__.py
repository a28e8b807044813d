"""What is dear to make again is kept from one run to the next, for the user alone and for this very program."""

from generator.keeping.own_folder import OwnFolder
from generator.keeping.program_files import program_stamp

__all__ = ["OwnFolder", "program_stamp"]
