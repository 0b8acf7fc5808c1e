"""Settings of the disk image, as dmgbuild reads them: the application, and where to drag it.

dmgbuild runs this file with ``defines``, which holds the path of the application.
"""

from pathlib import Path

given: dict[str, str] = globals()["defines"]
application = Path(given["application"])

format = "ULFO"  # read since macOS 10.11; smaller than the usual kind
filesystem = "HFS+"
files = [str(application)]
symlinks = {"Applications": "/Applications"}
icon = str(application / "Contents" / "Resources" / "explorer.icns")

# An arrow from the application to the folder it belongs into.
background = "builtin-arrow"
default_view = "icon-view"
window_rect = ((200, 200), (640, 280))
icon_locations = {application.name: (140, 120), "Applications": (500, 120)}
icon_size = 128
text_size = 13
show_toolbar = False
show_sidebar = False
show_status_bar = False
