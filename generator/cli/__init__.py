"""The command line: the only place that prints and exits.

Commands are imported when they are called, so that ``parafe --help`` answers at once.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
import traceback
from pathlib import Path
from typing import NoReturn

import click

from generator import __version__
from generator.cli.click_in_french import FrenchGroup, usage_message
from generator.cli.collector import settle_collector

DONE, REFUSED, MISUSED, BROKEN = 0, 1, 2, 3
"""Exit codes: done; findings forbid it; wrong usage; the machine failed."""

_COMMANDS = {
    "check": "Contrôle une action, une année ou une convention, sans rien écrire.",
    "generate": "Produit les projets, ou avec --final les actes et le dossier de signature.",
    "batch": "Produit toute une année ; ce qui n’a pas changé n’est pas refait.",
    "status": "Dit où en est chaque action : projets, votes, dossier, signatures, retards.",
    "vote": "Garde le projet qu’une assemblée a approuvé, et ce qu’il fixe.",
    "verify": "Vérifie qu’un dossier de signature est intact, octet par octet.",
    "register": "Tient le registre des actes : l’exporte en tableau, refait son index.",
    "explain": "Explique une règle : ce qu’elle demande, son texte, un exemple.",
    "new": "Écrit un formulaire commenté : une action, une convention, un classeur.",
    "convert": "Convertit un programme annuel : classeur Excel, fichiers YAML.",
    "templates": "Relit les modèles Word : leurs fautes, leurs variables, leur texte.",
    "schema": "Donne le schéma JSON d’un formulaire, pour l’aide à la saisie.",
    "init": "Prépare un nouvel espace de travail.",
}


class LazyGroup(FrenchGroup):
    """A group that knows its commands by name and imports one only when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which users meet them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command's module and return the command; None for an unknown name."""
        if cmd_name not in _COMMANDS:
            return None
        gc.disable()  # what is imported stays: to look for what might go takes a tenth of the start
        try:
            module = __import__(f"generator.cli.commands.{cmd_name}_command", fromlist=["command"])
        finally:
            settle_collector()
        command: click.Command = module.command
        return command

    def summaries(self) -> list[tuple[str, str]]:
        """Return each command with its one-line help, without importing it."""
        return list(_COMMANDS.items())


@click.group(
    cls=LazyGroup,
    help="Les actes d’une convention-cadre de coopération, produits à partir de données contrôlées.\n\n"
    "\b\nExemple :\n  parafe generate inputs/2017",
)
@click.version_option(__version__, prog_name="parafe", message="%(prog)s %(version)s", help="Donne la version.")
def cli() -> None:
    """Group the commands."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 refused, 2 wrong usage, 3 the machine failed."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # those of other programs: no form is read by them
    _leave(run(sys.argv[1:] if arguments is None else arguments))


def _leave(code: int) -> NoReturn:
    """End the process with all that was said, and without taking the program apart, which no one waits for.

    Nothing is left to tidy: each file is closed by who opened it, and nothing is registered to run at exit.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError, ValueError):  # its reader has left, or it is closed already
            stream.flush()
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run the command line and return its exit code; no error escapes as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")
    try:
        code = cli.main(arguments, prog_name="parafe", standalone_mode=False)
    except Exception as error:  # noqa: BLE001 - the last resort: even a defect is told in French
        return _exit_code_for(error)
    return code if isinstance(code, int) else DONE


def _exit_code_for(error: Exception) -> int:
    """Tell in French what stopped the run, and return its exit code."""
    match error:
        case click.exceptions.Exit():
            return error.exit_code
        case BrokenPipeError():
            return _reader_gone()
        case click.exceptions.NoArgsIsHelpError():
            message, code = error.message, MISUSED
        case click.UsageError():
            message, code = usage_message(error), MISUSED
        case click.ClickException():
            message, code = error.message, BROKEN
        case click.Abort():
            message, code = "Interrompu.", BROKEN
        case OSError():
            message, code = _machine_message(error), BROKEN
        case _:
            message, code = _defect_message(error), BROKEN
    click.echo(message, err=True)
    return code


def _reader_gone() -> int:
    """Stop quietly when whoever reads our output has left (``parafe … | head``)."""
    sys.stderr.close()
    return DONE


def _machine_message(error: OSError) -> str:
    name = f" : {error.filename}" if error.filename else ""
    return f"Erreur de la machine{name} ({error.strerror or error}). Rien n’a été écrit à moitié."


def _defect_message(error: Exception) -> str:
    report = Path("parafe-erreur.txt")
    try:
        report.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return f"Erreur interne de parafe ({type(error).__name__}). Signalez-la avec le fichier qui l’a causée."
    return (
        f"Erreur interne de parafe ({type(error).__name__}). Le détail est dans {report} : "
        "envoyez-le aux auteurs avec le fichier qui l’a causée."
    )
