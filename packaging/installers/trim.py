"""What is left out of the frozen program: what would lie in it and is never opened."""

import re

MODULES = (
    # of Python
    "lib2to3", "tkinter", "turtle", "unittest", "xmlrpc",
    # of Qt
    "PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtQml", "PySide6.QtQuick",
    # asked for by pyqtgraph if they happen to be there
    "IPython", "OpenGL", "colorcet", "cupy", "h5py", "jupyter_rfb", "matplotlib", "numba",
    "pandas", "pyqtgraph.examples", "pyqtgraph.jupyter", "pyqtgraph.opengl", "scipy",
    # of what writes documents
    "lxml.html", "lxml.isoschematron",
    # of builders
    "pip", "setuptools", "wheel",
)  # fmt: skip
"""Modules that are not frozen."""

COMMON = (
    r"(^|/)translations/",
    r"plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls)/",
    r"plugins/(platforminputcontexts|wayland-[^/]*)/",
    r"plugins/imageformats/[^/]*(gif|icns|pdf|tga|tiff|wbmp|webp)\b",
    r"QtNetwork|Qt6Network",
    # kinds of pictures and letters that no document of ours holds
    r"(^|/)PIL/_(avif|imagingcms|imagingft|imagingtk|webp)\.",
    r"Qt6(Pdf|Qml|Quick|VirtualKeyboard)",
)
"""Files left out on every system, as patterns of their names in the bundle."""

WINDOWS = (r"opengl32sw\.dll$", r"(?i)d3dcompiler", r"(?i)/?api-ms-win-", r"(?i)/?ucrtbase\.dll$")
"""The same for Windows: its own parts, and drawing in software, which nobody asks for."""

LINUX = (
    r"plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|wayland)",
    r"plugins/platformthemes/libqgtk3",
    r"libQt6(EglFS|EglFs|Wayland|WlShell)",
    # what every desktop has, and what must fit the machine: drawing, fonts, the C++ library
    r"^lib(X11|X11-xcb|Xau|Xdmcp|bsd|dbus-1|expat|fontconfig|freetype|gcc_s|glib-2|gthread-2|md)\.",
    r"^lib(stdc\+\+|z)\.",
    # what only Pillow's parts that are left out need; its own copies carry a hash
    r"(^|/)lib(avif|brotlicommon|brotlidec|freetype|harfbuzz|lcms2|png16)-[0-9a-f]{8}\.",
    r"(^|/)lib(sharpyuv|webp|webpdemux|webpmux)-[0-9a-f]{8}\.",
    # what only these need
    r"^lib(brotli|cap|gcrypt|gpg-error|lz4|pcre2|png16|systemd|uuid|zstd)",
    # what only the theme of GTK needs
    r"^lib(atk|atspi|cairo|datrie|epoxy|fribidi|gdk|gio|gmodule|gobject|graphite|gtk-3|harfbuzz)",
    r"^lib(pango|pixman|rsvg|thai|wayland|Xcomposite|Xcursor|Xdamage|Xfixes|Xi\.|Xinerama|Xrandr)",
    r"^lib(LercLib|Lerc|blkid|com_err|deflate|gssapi|jbig|jpeg|k5crypto|keyutils|krb5|krb5support)",
    r"^lib(mount|selinux|tiff|webp|Xrender)",
    # parts of Python for a network, a terminal and other kinds of identifiers
    r"lib-dynload/(_hashlib|_ssl|_uuid|readline)\.",
    r"^lib(crypto|ssl|readline|tinfo)\.",
)
"""The same for Linux."""

MAC = (
    r"(^|/)Qt(Network|Pdf|Qml|Quick|VirtualKeyboard)[A-Za-z]*\.framework/",
    r"(^|/)PIL/\.dylibs/lib(avif|brotli|freetype|harfbuzz|lcms2|png16|sharpyuv|webp)",
)
"""The same for the Mac: whole frameworks and libraries that only parts left out would open."""

BY_SYSTEM = {"win32": WINDOWS, "linux": LINUX, "darwin": MAC}


def is_kept(name: str, system: str) -> bool:
    """Return whether a file belongs into the bundle.

    Parameters
    ----------
    name
        The file's name in the bundle, with either kind of slash.
    system
        The system as :data:`sys.platform` names it.
    """
    plain = name.replace("\\", "/")
    return not any(re.search(each, plain) for each in (*COMMON, *BY_SYSTEM[system]))


def is_ours(source: str, system: str) -> bool:
    """Return whether a file comes from elsewhere than Windows' own folder.

    What lies there is every Windows' own, and under Wine it is Wine's.

    Parameters
    ----------
    source
        Where the file was found.
    system
        As for :func:`is_kept`.
    """
    plain = source.replace("\\", "/").lower()
    return system != "win32" or not re.match(r"[a-z]:/windows/", plain)
