"""What Windows has against a macro that starts a program: a rule of Defender's, a policy, a code page."""

from __future__ import annotations

from eitherway.doctor.facts import Machine
from eitherway.doctor.findings import Finding, Topic, error, ok, warning

BLOCKS, AUDITS, WARNS = "1", "2", "6"


def child_processes(machine: Machine) -> Finding | None:
    """Defender's rule against programs that Office starts (D4F940AB-401B-4EFC-AADC-AD5F3C50688A) is off.

    With it a click ends in "Run-time error '70': Permission denied" (xlwings 821, 1420, 2433). The rule and
    its modes: learn.microsoft.com/defender-endpoint/attack-surface-reduction-rules-reference.
    """
    if machine.platform != "win32":
        return None
    if machine.office_rule == BLOCKS:
        return error(
            Topic.CHILD_PROCESSES,
            "Windows forbids Office to start programs, and so Excel to start Python: a rule of Microsoft "
            'Defender, "Block all Office applications from creating child processes".',
            "Ask whoever looks after this computer to except Excel's call of Python from the rule. The "
            "commands do the same work without it:\neitherway run BOOK",
        )
    if machine.office_rule == WARNS:
        return warning(
            Topic.CHILD_PROCESSES,
            "Microsoft Defender asks before Office starts a program, as Excel starts Python at each click.",
            "Click Unblock where Windows asks.",
        )
    return ok(
        Topic.CHILD_PROCESSES, "No rule of Microsoft Defender that could be read keeps Excel from Python."
    )


def command_prompt(machine: Machine) -> Finding | None:
    """The command prompt is not switched off: xlwings starts Python through cmd.exe (xlwings 1103).

    The policy "Prevent access to the command prompt", DisableCMD:
    learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-shellcommandpromptregedittools.
    """
    if machine.platform != "win32":
        return None
    if machine.is_cmd_disabled:
        return error(
            Topic.CMD,
            "A policy switches the command prompt off, through which Excel starts Python.",
            "Ask whoever looks after this computer to allow it to you; the commands need one, too.",
        )
    return ok(Topic.CMD, "The command prompt, through which Excel starts Python, is allowed.")


def code_page(machine: Machine) -> Finding | None:
    """The path to Python can be written in the system's code page, which is all that VBA's GetAttr knows.

    Else xlwings says "Could not find Interpreter!" though Python is there (`ExecuteWindows` in xlwings.bas).
    """
    python = machine.python
    if python is None or machine.platform != "win32" or python.in_code_page:
        return None
    return error(
        Topic.PYTHON_PATH,
        f"The path to Python holds letters that Excel's macros cannot read on this computer:\n{python.path}",
        "Make the environment in a folder whose name is plain, such as C:\\EitherWay, install Either Way "
        "there, and type its python.exe into INTERPRETER_WIN of the hidden sheet xlwings.conf.",
    )
