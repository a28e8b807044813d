"""``parafe verify``: is a signature package intact?"""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli import DONE, REFUSED, options, report
from generator.cli.click_in_french import FrenchCommand
from generator.conductors.verify import verify_packages


@click.command(
    cls=FrenchCommand,
    help="Vérifie que des dossiers de signature sont intacts.\n\n"
    "Un octet changé, un fichier manquant ou de trop est nommé, et la commande sort avec 1 ; de même une page de garde "
    "qui n’est pas celle de son acte, et tout document qui n’est pas ce que donnent les sources du dossier. Avec "
    "--public-key, la signature du manifeste est vérifiée aussi.\n\n"
    "\b\nExemples :\n  parafe verify output/2017/2017-01/dossier-v1\n"
    "  parafe verify output/2017/2017-01/dossier-v1 --public-key cle-publique.pem",
)
@click.argument("packages", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="DOSSIER…")
@click.option(
    "--public-key",
    type=click.Path(path_type=Path),
    metavar="FICHIER",
    help="Clé publique Ed25519 de qui a dû signer les dossiers.",
)
@options.output_format
@options.quiet
@options.log
def command(
    packages: tuple[Path, ...], *, public_key: Path | None, output_format: str, quiet: bool, log_file: Path | None
) -> int:
    """Verify and report."""
    outcomes = list(verify_packages(packages, public_key))
    findings = list(dict.fromkeys(finding for outcome in outcomes for finding in outcome.findings))
    intact = [outcome.path for outcome in outcomes if outcome.done]
    report.keep(log_file, findings, intact)
    if output_format == "json":
        click.echo(report.as_json(findings, intact))
    else:
        report.show(findings, Path())
        for package in intact:
            click.echo(f"{package.as_posix()} : intact")
        report.conclude(findings, quiet=quiet)
    return DONE if all(outcome.done for outcome in outcomes) else REFUSED
