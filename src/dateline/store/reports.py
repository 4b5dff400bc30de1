"""Reports: every version as it came, what was coded of it, and which version counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, func, select

from dateline import edtf
from dateline.model import CodedReport, Report, record_id
from dateline.store.records import as_json, packed, pressed, storable, unpacked, unpressed
from dateline.store.sql import add_new, chunks, distinct, expand, put
from dateline.store.tables import coded, reports, versions

# Where it was read from, when it was fetched and the bytes around the text make no new version of a report.
NOT_ITSELF = {"path", "retrieved", "sha256"}


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a report in the archive."""

    seq: int
    report: Report
    recorded: str


@dataclass(frozen=True, slots=True)
class Summary:
    """How many reports there are, by how many outlets, from which day to which."""

    reports: int
    outlets: int
    first: str | None
    last: str | None


class Reports:
    """The reports of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def keep(self, report: Report, recorded: str) -> int:
        """The number of this version of the report, kept now where it was not yet."""
        row = {
            "id": report.id,
            "digest": digest(report),
            "data": packed(replace(report, text="")),
            "text": as_json(report.text),
            "recorded": recorded,
        }
        add_new(self.connection, versions, [row])
        return int(self.connection.execute(select(versions.c.seq).where(same(report))).scalar_one())

    def is_coded(self, report: Report, coder: str) -> bool:
        """Whether this version of the report was already coded by this coder."""
        query = select(coded.c.seq).join(versions).where(same(report), coded.c.coder == coder)
        return self.connection.execute(query).first() is not None

    def keep_coding(self, version: int, coder: str, record: CodedReport, recorded: str) -> None:
        """Keeps what a coder got out of a version."""
        data = pressed(replace(record, report=Report(record.report.id, "")))
        add_new(self.connection, coded, [{"version": version, "coder": coder, "data": data, "recorded": recorded}])

    def settle(self, id: str) -> bool:
        """Whether another version or coding of the report counts from now on than did before."""
        version = max(self.versions(id), key=lambda v: (moment(v.report), v.seq))
        newest = select(func.max(coded.c.seq)).where(coded.c.version == version.seq)
        number = self.connection.execute(newest).scalar_one()
        if number is None or self.settled(id) == (version.seq, number):
            return False
        put(self.connection, reports, {"id": id, "version": version.seq, "coded": number, **columns(version.report)})
        return True

    def settled(self, id: str) -> tuple[int, int] | None:
        """The numbers of the version and the coding that count, null where none does yet."""
        row = self.connection.execute(select(reports.c.version, reports.c.coded).where(reports.c.id == id)).first()
        return None if row is None else (row.version, row.coded)

    def all_settled(self) -> dict[str, int]:
        """For each report the number of the version that counts."""
        return {row.id: row.version for row in self.connection.execute(select(reports.c.id, reports.c.version))}

    def versions(self, id: str) -> list[Version]:
        """Every version of a report, without texts, in the order of recording."""
        query = select(versions.c.seq, versions.c.data, versions.c.recorded).where(versions.c.id == id).order_by(versions.c.seq)
        return [Version(row.seq, unpacked(Report, row.data), row.recorded) for row in self.connection.execute(query)]

    def counts_of(self, id: str) -> int:
        """How many versions of a report there are."""
        return int(self.connection.execute(select(func.count()).select_from(versions).where(versions.c.id == id)).scalar_one())

    def told(self, id: str) -> list[CodedReport]:
        """Every version of a report that was coded, with its newest coding, in the order in which they came out."""
        newest = select(coded.c.version, func.max(coded.c.seq).label("seq")).group_by(coded.c.version).subquery()
        query = (
            select(versions.c.seq, versions.c.data.label("head"), versions.c.text, coded.c.data.label("coding"))
            .join(newest, newest.c.version == versions.c.seq)
            .join(coded, coded.c.seq == newest.c.seq)
            .where(versions.c.id == id)
        )
        rows = [(row.seq, coded_report(row)) for row in self.connection.execute(query)]
        return [found for _, found in sorted(rows, key=lambda row: (moment(row[1].report), row[0]))]

    def ids(self) -> list[str]:
        """The ids of all reports, sorted."""
        return list(self.connection.execute(select(versions.c.id).distinct().order_by(versions.c.id)).scalars())

    def id(self, prefix: str) -> str:
        """The id that begins so; a :class:`NotFoundError` where there is none, or more than one."""
        return expand(self.connection, reports.c.id, prefix, "report")

    def get(self, id: str) -> CodedReport:
        """A report that counts, with everything that was coded of it."""
        row = self.connection.execute(full().where(reports.c.id == id)).one()
        return coded_report(row)

    def coded(self) -> Iterator[CodedReport]:
        """All reports that count with everything that was coded of them, by id; one at a time in memory."""
        for row in self.connection.execute(full().order_by(reports.c.id).execution_options(yield_per=50)):
            yield coded_report(row)

    def texts(self, ids: Iterable[str]) -> dict[str, Report]:
        """These reports, as far as they count, with their texts, by id."""
        query = select(versions.c.data, versions.c.text).join(reports, reports.c.version == versions.c.seq)
        rows = (row for part in chunks(sorted(ids)) for row in self.connection.execute(query.where(reports.c.id.in_(part))))
        found = (replace(unpacked(Report, row.data), text=unpacked(str, row.text)) for row in rows)
        return {report.id: report for report in found}

    def heads(self, ids: Sequence[str] | None = None) -> Iterator[Report]:
        """The reports that count, without their texts, by day, outlet and id; all, or those asked for."""
        query = select(versions.c.data).join(reports, reports.c.version == versions.c.seq)
        if ids is not None:
            query = query.where(reports.c.id.in_(ids))
        query = query.order_by(func.coalesce(reports.c.day, "~"), func.coalesce(reports.c.outlet, "~"), reports.c.id)
        for data in self.connection.execute(query.execution_options(yield_per=500)).scalars():
            yield unpacked(Report, data)

    def summary(self) -> Summary:
        """How many reports there are, by how many outlets, from which day to which."""
        asked = (func.count(reports.c.id), func.min(reports.c.day), func.max(reports.c.day))
        n, first, last = self.connection.execute(select(*(select(part).scalar_subquery() for part in asked))).one()
        outlets = select(func.count()).select_from(distinct(reports.c.outlet))
        return Summary(n, self.connection.execute(outlets).scalar_one(), first, last)

    def outlets(self) -> dict[str, int]:
        """How many reports each outlet has."""
        query = select(reports.c.outlet, func.count()).where(reports.c.outlet.is_not(None)).group_by(reports.c.outlet)
        return {outlet: n for outlet, n in self.connection.execute(query) if outlet}

    def latest(self, limit: int) -> list[Report]:
        """The reports that were published last, without their texts."""
        query = select(versions.c.data).join(reports, reports.c.version == versions.c.seq)
        query = query.where(reports.c.day.is_not(None)).order_by(reports.c.day.desc(), reports.c.id).limit(limit)
        return [unpacked(Report, data) for data in self.connection.execute(query).scalars()]

    def newest(self, limit: int, skip: int = 0) -> list[Report]:
        """The reports from the latest day on, those without a day last; without their texts."""
        query = select(versions.c.data).join(reports, reports.c.version == versions.c.seq)
        query = query.order_by(reports.c.day.desc().nulls_last(), reports.c.id).limit(limit).offset(skip)
        return [unpacked(Report, data) for data in self.connection.execute(query).scalars()]

    def recorded(self, ids: Iterable[str]) -> dict[str, str]:
        """When the versions of these reports that count were recorded."""
        query = select(reports.c.id, versions.c.recorded).join(versions, reports.c.version == versions.c.seq)
        parts = (self.connection.execute(query.where(reports.c.id.in_(part))) for part in chunks(sorted(ids)))
        return {row.id: row.recorded for rows in parts for row in rows}

    def clear(self) -> None:
        """Empties the view of what counts; versions and codings stay."""
        self.connection.execute(delete(reports))

    def counts(self) -> dict[str, int]:
        """For each report how many versions of it there are."""
        query = select(versions.c.id, func.count()).group_by(versions.c.id)
        return {id: n for id, n in self.connection.execute(query)}  # noqa: C416  rows are no pairs to a type checker


def digest(report: Report) -> str:
    """A hash over all that makes a version of a report itself."""
    fields = {name: value for name, value in asdict(report).items() if name not in NOT_ITSELF}
    return record_id("version", fields)


def same(report: Report) -> Any:
    """The condition that a row of versions is this report."""
    return (versions.c.id == report.id) & (versions.c.digest == digest(report))


def moment(report: Report) -> datetime:
    """When a version came out: modified, else published; a day counts from its start, and no date is before any date."""
    return edtf.moment(report.modified or report.published or "") or datetime.min.replace(tzinfo=UTC)


def columns(report: Report) -> dict[str, str | None]:
    """What of a report stands in columns of its own, to be asked for."""
    return {"outlet": storable(report.outlet), "day": storable(report.day), "title": storable(report.title)}


def full() -> Select[Any]:
    """The query for reports with their texts and codings."""
    return (
        select(versions.c.data.label("head"), versions.c.text, coded.c.data.label("coding"))
        .select_from(reports)
        .join(versions, reports.c.version == versions.c.seq)
        .join(coded, reports.c.coded == coded.c.seq)
    )


def coded_report(row: Any) -> CodedReport:
    """A row of :func:`full` as a record."""
    report = replace(unpacked(Report, row.head), text=unpacked(str, row.text))
    return replace(unpressed(CodedReport, row.coding), report=report)
