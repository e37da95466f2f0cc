insert into journal (seq, stream, version, kind, data, actor, at)
values (
    ?, ?, ?, ?, ?,
    ?, ?
)
    -- (nothing to plan)

select
    (select coalesce(max(seq), 0) + 1 from journal),
    (select coalesce(max(version), 0) + 1 from journal where stream = ?)
    -- SCAN CONSTANT ROW
    -- SCALAR SUBQUERY 1
    -- SEARCH journal
    -- SCALAR SUBQUERY 2
    -- SEARCH journal USING COVERING INDEX journal_stream_version (stream=?)

select coalesce(max(seq), 0) from journal where seq <= ?
    -- SEARCH journal USING INTEGER PRIMARY KEY (rowid<?)

select coalesce(max(version), 0)
from journal
where stream = ? and seq <= ?
    -- SEARCH journal USING COVERING INDEX journal_stream_version (stream=?)

select seq, stream, version, kind, data, actor, at
from journal
where seq > ?
order by seq
limit ?
    -- SEARCH journal USING INTEGER PRIMARY KEY (rowid>?)

select seq, stream, version, kind, data, actor, at
from journal
where stream = ? and seq > ?
order by version
limit ?
    -- SEARCH journal USING INDEX journal_stream_version (stream=?)

select seq, stream, version, kind, data, actor, at from journal order by seq
    -- SCAN journal
