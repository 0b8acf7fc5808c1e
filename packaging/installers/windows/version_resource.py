"""What Windows shows of a program on the page Details of its properties."""

from pathlib import Path

from installers import product

_TEXT = """VSVersionInfo(
  ffi=FixedFileInfo(
    filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004, fileType=0x1,
    subtype=0x0, date=(0, 0)
  ),
  kids=[
    StringFileInfo([StringTable("040904B0", [{strings}])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])])
  ]
)
"""


def version_resource(program: str, description: str) -> str:
    """Return a program's version information as PyInstaller reads it.

    Parameters
    ----------
    program
        The program's name without ``.exe``.
    description
        What Windows calls the program, in the list of running ones too.
    """
    version = product.version()
    told = {
        "CompanyName": product.PUBLISHER,
        "FileDescription": description,
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": f"Copyright {product.PUBLISHER}; MIT licence",
        "OriginalFilename": f"{program}.exe",
        "ProductName": product.NAME,
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {text!r})" for name, text in told.items())
    return _TEXT.format(numbers=product.four_numbers(version), strings=strings)


def write_version_resource(folder: Path, program: str, description: str) -> Path:
    """Write a program's version information into a folder; return the file.

    Parameters
    ----------
    folder
        Where the file shall lie; made if it is missing.
    program, description
        As for :func:`version_resource`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{program}-version.txt"
    file.write_text(version_resource(program, description), encoding="utf-8")
    return file
