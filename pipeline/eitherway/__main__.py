"""`python -m eitherway` is the command line `eitherway`."""

from eitherway.cli import main

if __name__ == "__main__":
    main()
