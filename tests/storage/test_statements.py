"""Values that statements as texts write: the same as the columns keep."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Column, MetaData, Table, create_engine, insert, select

from storage.columns import Moment
from storage.statements import fetch_rows, write_moment

_FIRST = dt.datetime.fromisoformat("1900-01-01")
ZONES = st.sampled_from(
    [dt.UTC, dt.timezone(dt.timedelta(hours=5)), dt.timezone(dt.timedelta(hours=-3, minutes=-30))]
)


@given(moment=st.datetimes(min_value=_FIRST, timezones=ZONES))
def test_a_moment_is_written_as_its_column_writes_it(moment: dt.datetime) -> None:
    table = Table("kept", MetaData(), Column("at", Moment()))
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        table.create(connection)
        connection.execute(insert(table).values(at=moment))
        [(kept,)] = fetch_rows(connection, "SELECT at FROM kept")
        assert write_moment(connection, moment) == kept
        connection.exec_driver_sql("UPDATE kept SET at = ?", (write_moment(connection, moment),))
        assert connection.scalar(select(table.c.at)) == moment
    engine.dispose()
