"""``parafe generate``: drafts, or final documents and the signature package."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.cli.targets import find_workspace, sort_paths
from generator.conductors.generate import generate
from generator.making import Request


@click.command(
    cls=FrenchCommand,
    help="Produit les documents d’une action, de plusieurs, ou d’une année entière.\n\n"
    "Sans --final : des projets, où ce qui manque paraît en surbrillance. Avec --final : le dossier de signature, "
    "si aucune erreur ne s’y oppose ; avec --final et --only : l’acte définitif de ce genre. "
    "Une action en défaut n’arrête pas les autres.\n\n"
    "\b\nExemples :\n  parafe generate inputs/2017/2017-01.yaml\n  parafe generate inputs/2017 --final\n"
    "  parafe generate inputs/2017/2017-01.yaml --only convention_cadre",
)
@options.paths
@options.final
@click.option("--only", multiple=True, metavar="GENRE", help="Seulement ce genre de document ; peut être répété.")
@click.option(
    "--overwrite", is_flag=True, help="Remplace un projet modifié à la main ; une copie de votre version est gardée."
)
@click.option(
    "--sign-key",
    type=click.Path(path_type=Path),
    metavar="FICHIER",
    help="Avec --final : clé privée Ed25519 qui signe le manifeste du dossier (manifeste.sig).",
)
@options.workspace
@options.output
@options.output_format
@options.quiet
@options.log
def command(  # noqa: PLR0913 - one parameter for each option of the contract
    paths: tuple[Path, ...],
    *,
    final: bool,
    only: tuple[str, ...],
    overwrite: bool,
    sign_key: Path | None,
    workspace_dir: Path | None,
    output_dir: Path | None,
    output_format: str,
    quiet: bool,
    log_file: Path | None,
) -> int:
    """Generate and report."""
    if sign_key is not None and (only or not final):
        message = "seul un dossier de signature se signe : donnez --sign-key avec --final, sans --only."
        raise click.UsageError(message)
    workspace = find_workspace(workspace_dir, paths)
    request = Request(final=final, only=only, output=output_dir, overwrite=overwrite, sign_key=sign_key)
    outcomes = []
    for outcome in generate(sort_paths(paths).actions, workspace, request):
        outcomes.append(outcome)
        if output_format == "text":
            report.show(outcome.findings, workspace.root)
            for path in outcome.produced:
                click.echo(report.shown(path))
    findings = list(dict.fromkeys(finding for outcome in outcomes for finding in outcome.findings))
    produced = [path for outcome in outcomes for path in outcome.produced]
    report.keep(log_file, findings, produced)
    if output_format == "json":
        click.echo(report.as_json(findings, produced))
    else:
        report.conclude(findings, quiet=quiet)
    if not outcomes:
        click.echo(report.NOTHING_THERE, err=True)
        return REFUSED
    return DONE if all(outcome.done for outcome in outcomes) else REFUSED
