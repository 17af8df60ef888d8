"""The door: runs the command line of a checkout without installing it."""

from provenance.commands import main

if __name__ == "__main__":
    main()
