"""What the Mac is told of the application: names, documents, oldest system."""

from installers import product
from installers.product import PACKAGING

ICON = PACKAGING / "icons" / "explorer.icns"
"""The application's icon."""

DOCUMENT_ICON = PACKAGING / "icons" / "document.icns"
"""The documents' icon; it lies beside the other resources in the application."""

PLAIN_TYPES = ["public.json", "public.data"]
"""What a document is besides: JSON text in a file."""

Plist = dict[str, object]


def information() -> Plist:
    """Return the content of ``Info.plist`` beside what PyInstaller writes by itself."""
    return {
        "CFBundleDisplayName": product.NAME,
        "CFBundleName": product.NAME,
        "CFBundleVersion": product.version(),
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": ["en"],
        "CFBundleDocumentTypes": [document_type()],
        "UTExportedTypeDeclarations": [type_declaration()],
        "LSApplicationCategoryType": "public.app-category.education",
        "LSMinimumSystemVersion": product.OLDEST_MAC,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"© 2026 {product.PUBLISHER}. MIT licence.",
        "NSPrincipalClass": "NSApplication",
        # The program has a dark theme of its own that follows the system's.
        "NSRequiresAquaSystemAppearance": False,
        # Drawing needs no second graphics processor.
        "NSSupportsAutomaticGraphicsSwitching": True,
    }


def document_type() -> Plist:
    """Return what opens with this application: double click on a document."""
    return {
        "CFBundleTypeName": product.DOCUMENT_NAME,
        "CFBundleTypeRole": "Editor",
        "CFBundleTypeIconFile": DOCUMENT_ICON.name,
        "LSHandlerRank": "Owner",
        "LSItemContentTypes": [product.DOCUMENT_TYPE],
    }


def type_declaration() -> Plist:
    """Return what a document is, for every program on the Mac."""
    return {
        "UTTypeIdentifier": product.DOCUMENT_TYPE,
        "UTTypeDescription": product.DOCUMENT_NAME,
        "UTTypeConformsTo": PLAIN_TYPES,
        "UTTypeIconFile": DOCUMENT_ICON.name,
        "UTTypeTagSpecification": {
            "public.filename-extension": [product.DOCUMENT_SUFFIX.removeprefix(".")],
            "public.mime-type": [product.DOCUMENT_MIME],
        },
    }
