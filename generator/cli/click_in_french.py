"""French for what click says in English: help pages and usage errors."""

from __future__ import annotations

from typing import Any

import click


def _help_option() -> click.Option:
    return click.Option(
        ["-h", "--help"],
        is_flag=True,
        expose_value=False,
        is_eager=True,
        help="Affiche cette aide.",
        callback=_show_help,
    )


def _show_help(context: click.Context, _parameter: click.Parameter, value: object) -> None:
    if value and not context.resilient_parsing:
        click.echo(context.get_help())
        context.exit()


class FrenchCommand(click.Command):
    """A command whose help page is in French."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - click's own signature
        super().__init__(*args, **{**kwargs, "add_help_option": False})
        self.params.append(_help_option())

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the line that shows how to call the command."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Usage : ")

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the words of the usage line, in French."""
        return [piece.replace("[OPTIONS]", "[options]") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = (parameter for parameter in self.get_params(ctx) if isinstance(parameter, click.Option))
        rows = [row for option in options if (row := option.get_help_record(ctx)) is not None]
        with formatter.section("Options "):
            formatter.write_dl(rows)


class FrenchGroup(FrenchCommand, click.Group):
    """A group of commands whose help page is in French."""

    command_class = FrenchCommand

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the words of the usage line, in French."""
        return ["[options]", "commande …"]

    def summaries(self) -> list[tuple[str, str]]:
        """Return each command with its one-line help."""
        return [(name, command.get_short_help_str(limit=100)) for name, command in self.commands.items()]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        with formatter.section("Commandes "):
            formatter.write_dl(self.summaries())
        super().format_options(ctx, formatter)


def usage_message(error: click.UsageError) -> str:
    """Say in French what is wrong with a command line, and where to find help."""
    context = error.ctx
    hint = f"\nAide : {context.command_path} --help" if context else ""
    return f"Erreur d’usage : {_complaint(error)}{hint}"


def _complaint(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption():
            return f"l’option {error.option_name} n’existe pas{_suggestion(error.possibilities)}."
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "un argument"
            return f"il manque {name}."
        case click.BadOptionUsage():
            return f"l’option {error.option_name} est mal employée : elle attend une valeur, ou n’en attend pas."
        case click.BadParameter():
            return f"la valeur de {_parameter_name(error)} n’est pas admise{_admitted(error)}."
        case _:
            return _unstructured(error)


def _unstructured(error: click.UsageError) -> str:
    """Rewrite the two complaints for which click has no class of its own."""
    words = error.message.split("'")
    if error.message.startswith("No such command") and len(words) > 1:
        return f"la commande « {words[1]} » n’existe pas."
    if error.message.startswith("Got unexpected extra argument"):
        extra = error.message[error.message.find("(") + 1 : error.message.rfind(")")]
        return f"argument en trop : {extra}."
    return error.message


def _admitted(error: click.BadParameter) -> str:
    """List the values that a choice admits."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return f" : écrivez {', '.join(map(str, kind.choices))}"
    return " : écrivez AAAA-MM-JJ" if isinstance(kind, click.DateTime) else ""


def _parameter_name(error: click.BadParameter) -> str:
    if error.param is None:
        return "l’option"
    return error.param.opts[-1] if error.param.param_type_name == "option" else error.param.human_readable_name


def _suggestion(possibilities: object) -> str:
    names = sorted(possibilities) if isinstance(possibilities, list | tuple | set) else []
    return f" : vouliez-vous dire {' ou '.join(names)} ?" if names else ""
