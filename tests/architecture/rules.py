"""House rules that the linter cannot see: each reads one module and names what breaks it."""

import ast
import re
from collections.abc import Callable, Iterator, Sequence

from tests.architecture.sources import classes

LONGEST_FUNCTION = 50
LONGEST_FILE = 400
FORBIDDEN_NAMES = {
    "processEvents": "it re-enters the program inside a handler",
    "InstantPopup": "the assistive action ShowMenu opens no such menu; use a MenuButton",
    "QSettings": "it cannot be read or tested without Qt; settings are a JSON file",
}
WHEEL, DROP = "WheelGuard", "copy_only"
GUARDED_WIDGETS = {
    **dict.fromkeys(
        ("QComboBox", "QFontComboBox", "QSlider", "QDial", "QTabBar", "QTabWidget"), WHEEL
    ),
    **dict.fromkeys(
        ("QSpinBox", "QDoubleSpinBox", "QDateEdit", "QTimeEdit", "QDateTimeEdit"), WHEEL
    ),
    **dict.fromkeys(("QLineEdit", "QTextEdit", "QPlainTextEdit"), DROP),
}
"""Widgets of Qt that a passing wheel changes or that move what is dropped, and what guards each."""

MADE_PLAIN = {
    "QLabel": "Label",
    "QStaticText": "PlainLine",
    "QTextBrowser": "GuideBrowser",
    "QTextDocument": "PaperDocument",
}
"""What of Qt may take text for markup, and the class of ours that does not."""
MARKUP = {
    "AutoText", "MarkdownText", "QErrorMessage", "QInputDialog", "QProgressDialog",
    "QTextEdit", "RichText", "insertHtml", "insertMarkdown", "setHtml",
    "setWhatsThis",
}  # fmt: skip
BOXES = {"about", "critical", "information", "question", "warning"}
"""Boxes of QMessageBox with a format that nobody can choose."""
Function = ast.FunctionDef | ast.AsyncFunctionDef
CLASS_OF_QT = re.compile(r"Q[A-Z]\w*[a-z]\w*$")
# Methods of Qt keep Qt's names: those with a capital inside, and a few short ones.
NAME_OF_QT = re.compile(r"[a-z]+[A-Z]|(data|event|flags|index|paint|shape)$")


def no_forbidden_name(tree: ast.Module) -> Iterator[str]:
    """Refuse names that are forbidden wherever they come from."""
    for node in ast.walk(tree):
        for name in _names(node):
            if name in FORBIDDEN_NAMES:
                yield f"{_line(node)}: {name}: {FORBIDDEN_NAMES[name]}"


def no_unchecked_copy(tree: ast.Module) -> Iterator[str]:
    """Refuse ``model_copy(update=...)``: it skips all validation."""
    for call in _calls(tree, "model_copy"):
        if any(keyword.arg in ("update", None) for keyword in call.keywords) or call.args:
            yield f"{_line(call)}: model_copy(update=...) does not validate; build a new record"


def no_timer_that_lets_things_settle(tree: ast.Module) -> Iterator[str]:
    """Refuse ``QTimer.singleShot(0, ...)``: it hides an order that nobody has thought about."""
    for call in _calls(tree, "singleShot"):
        delay = call.args[0] if call.args else None
        if isinstance(delay, ast.Constant) and delay.value == 0:
            yield f"{_line(call)}: QTimer.singleShot(0, ...) lets things settle; do them in order"


def only_methods_are_connected(tree: ast.Module) -> Iterator[str]:
    """Refuse lambdas and partials on signals: they keep their widget alive."""
    for call in _calls(tree, "connect"):
        for slot in (*call.args, *(keyword.value for keyword in call.keywords)):
            is_partial = isinstance(slot, ast.Call) and "partial" in _names(slot.func)
            if isinstance(slot, ast.Lambda) or is_partial:
                yield f"{_line(call)}: connect bound methods only, no lambda and no partial"


def qt_objects_take_no_keyword_properties(tree: ast.Module) -> Iterator[str]:
    """Refuse properties and signals as keywords of a Qt constructor.

    PySide looks the setter up by an upper case of the first letter in the user's locale, and in
    Turkish or Azerbaijani that of an "i" is no "I": ``interval=`` is then unknown.
    """
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not any(map(CLASS_OF_QT.match, _names(node.func))):
            continue
        for keyword in node.keywords:
            if keyword.arg != "parent":
                yield f"{_line(node)}: {keyword.arg}=: call the setter; it depends on no locale"


def functions_are_short(tree: ast.Module) -> Iterator[str]:
    """Refuse functions that do not fit on a screen; their docstring is not counted."""
    for function in _functions(tree):
        start = function.body[0]
        docstring = 0
        if ast.get_docstring(function) is not None:
            docstring = (start.end_lineno or start.lineno) - start.lineno + 1
        lines = (function.end_lineno or function.lineno) - function.lineno + 1 - docstring
        if lines > LONGEST_FUNCTION:
            yield f"{_line(function)}: {function.name} has {lines} lines, over {LONGEST_FUNCTION}"


def modules_say_what_they_hold(tree: ast.Module) -> Iterator[str]:
    """Refuse modules with content and without a docstring."""
    if tree.body and ast.get_docstring(tree) is None:
        yield "1: the module has no docstring"


def public_methods_are_described(tree: ast.Module) -> Iterator[str]:
    """Refuse public methods without a docstring, but for Qt's own and for overridden ones."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.ClassDef) or node.name.startswith("_"):
            continue
        known = inherited_methods(node)
        for method in node.body:
            if isinstance(method, Function) and _needs_docstring(method, known):
                yield f"{_line(method)}: {method.name} has no docstring"


def sentences_are_whole(tree: ast.Module) -> Iterator[str]:
    """Refuse sentences for translation that the catalogue cannot collect."""
    forms = {"tr": 1, "tr_n": 2}
    for name, count in forms.items():
        for call in _calls(tree, name):
            sentences = call.args[:count]
            if not all(_is_text(sentence) for sentence in sentences) or len(sentences) < count:
                yield f"{_line(call)}: {name}() takes the whole English sentence as it is"
    for part in ast.walk(tree):
        if isinstance(part, ast.JoinedStr):
            # Only from Python 3.12 on the catalogue finds these.
            for call in (each for name in forms for each in _calls(part, name)):
                yield f"{_line(call)}: a sentence within an f-string is found by some Pythons only"


def value_widgets_are_guarded(tree: ast.Module) -> Iterator[str]:
    """Refuse Qt's own widgets for values where the guarded ones of this program should stand."""
    mentioned = {name for node in ast.walk(tree) for name in _names(node)}
    for node in ast.walk(tree):
        made = [node.func] if isinstance(node, ast.Call) else []
        bases = node.bases if isinstance(node, ast.ClassDef) else []
        for name in (name for each in (*made, *bases) for name in _names(each)):
            guard = GUARDED_WIDGETS.get(name)
            if guard is not None and guard not in mentioned:
                yield f"{_line(node)}: {name} needs {guard}; take the widget of explorer/ui/widgets"


def foreign_text_is_plain(tree: ast.Module) -> Iterator[str]:
    """Refuse what shows markup: texts of a case could load any file into the program."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            for name in MADE_PLAIN.keys() & {*_names(node.func)}:
                yield f"{_line(node)}: {name}() may show markup; use {MADE_PLAIN[name]}"
            is_markup = bool(MARKUP & {*_names(node.func)}) and not _is_markup_of_ours(node)
            if is_markup or _is_box_without_format(node.func):
                yield f"{_line(node)}: texts are plain; this may show markup"
        elif isinstance(node, ast.Attribute) and node.attr in ("AutoText", "RichText"):
            yield f"{_line(node)}: {node.attr}: texts are plain; this may show markup"
        elif isinstance(node, ast.ClassDef):
            for name in {base for each in node.bases for base in _names(each)} & {*MADE_PLAIN}:
                if node.name != MADE_PLAIN[name]:
                    yield f"{_line(node)}: {node.name} may show markup; use {MADE_PLAIN[name]}"


def _is_markup_of_ours(call: ast.Call) -> bool:
    """Tell whether what is shown comes straight from the function that escapes a paper's texts."""
    given = call.args[0] if len(call.args) == 1 else None
    return isinstance(given, ast.Call) and "paper_markup" in _names(given.func)


def _is_box_without_format(function: ast.expr) -> bool:
    is_box = isinstance(function, ast.Attribute) and "QMessageBox" in _names(function.value)
    return is_box and bool(BOXES & {*_names(function)})


RULES: Sequence[Callable[[ast.Module], Iterator[str]]] = (
    no_forbidden_name,
    no_unchecked_copy,
    no_timer_that_lets_things_settle,
    only_methods_are_connected,
    qt_objects_take_no_keyword_properties,
    functions_are_short,
    modules_say_what_they_hold,
    public_methods_are_described,
    sentences_are_whole,
    value_widgets_are_guarded,
    foreign_text_is_plain,
)


def inherited_methods(heir: ast.ClassDef) -> frozenset[str]:
    """Return the names of the methods that a class overrides or inherits from others of ours."""
    plain = [base.value if isinstance(base, ast.Subscript) else base for base in heir.bases]
    bases = {name for base in plain for name in _names(base)} - {heir.name}
    parents = [each for name in bases for each in classes().get(name, ())]
    own = {node.name for parent in parents for node in parent.body if isinstance(node, Function)}
    return frozenset(own).union(*(inherited_methods(parent) for parent in parents))


def _functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def _calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    """Return the calls of a function or method with a given last name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and name in _names(node.func):
            yield node


def _names(node: ast.AST) -> tuple[str, ...]:
    """Return the names that a node itself mentions, without its children's."""
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        return (node.attr,)
    if isinstance(node, ast.alias):
        return tuple(node.name.split("."))
    return ()


def _needs_docstring(method: Function, known: frozenset[str]) -> bool:
    decorators = {name for each in method.decorator_list for name in _names(each)}
    is_excused = method.name.startswith("_") or NAME_OF_QT.match(method.name) is not None
    return (
        not is_excused
        and method.name not in known
        and not decorators & {"override", "overload", "setter"}
        and ast.get_docstring(method) is None
    )


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def _line(node: ast.stmt | ast.expr | ast.AST) -> int:
    return getattr(node, "lineno", 1)
