"""Workers of a Dask cluster (``pip install 'parafe[cluster]'``): the client behind the door that executors share."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from generator.spreading import Crew

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")

_SECONDS_TO_ANSWER = 10
_SECONDS_FOR_A_CHUNK = 300
_MISSING = "Le calcul réparti n’est pas installé : pip install 'parafe[cluster]'"


class ClusterExecutor(Executor):
    """An executor of a cluster that closes its client with it.

    Args:
        client: the client, connected.
    """

    def __init__(self, client: Client) -> None:
        self.client = client
        self._executor = client.get_executor(pure=False, retries=0)

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand a call to the cluster."""
        future: Future[T] = self._executor.submit(fn, *args, **kwargs)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002 - the signature of executors
        """Leave the cluster, which drops what it was given and has not finished."""
        self.client.close(timeout=_SECONDS_TO_ANSWER)


def cluster_crew(address: str) -> Crew:
    """Return the workers of a cluster.

    Args:
        address: of its scheduler: ``tcp://…`` or ``tls://…``.

    Raises:
        click.ClickException: the extra is missing, nobody answers at that address, or no worker has joined.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - the extra may be missing, and is dear
    except ModuleNotFoundError:
        raise click.ClickException(_MISSING) from None

    def opened() -> ClusterExecutor:
        return ClusterExecutor(Client(address, timeout=_SECONDS_TO_ANSWER, set_as_default=False))

    try:
        executor = opened()
    except (OSError, ValueError) as error:
        message = f"L’ordonnanceur {address} ne répond pas ({error})."
        raise click.ClickException(message) from error
    workers = sum(executor.client.nthreads().values())
    executor.shutdown()
    if not workers:
        message = f"L’ordonnanceur {address} n’a aucun travailleur : lancez « dask worker {address} »."
        raise click.ClickException(message)
    return Crew(opened, workers, patience=_SECONDS_FOR_A_CHUNK, is_far=True)
