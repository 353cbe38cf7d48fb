"""Where the built program begins."""

from kioskifly_desktop.__main__ import main

if __name__ == "__main__":
    main()
