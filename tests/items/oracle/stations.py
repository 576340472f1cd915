"""Which flights went to which stations, by the rows."""

from tests.items.oracle.rows import Row, Rows, link, said, slugs, was_aboard


def station_of_mission(rows: Rows, mission: str, station: str) -> bool | None:
    """Of flights to Tiangong-1 it is not told whether they went to "Tiangong"."""
    visited = slugs(rows.missions[mission], "stations")
    if station in visited:
        return True
    asked, names = rows.stations[station]["name"], [rows.stations[s]["name"] for s in visited]
    return None if not names or [name for name in names if asked in name] else False


def mission_to_station(rows: Rows, mission: str, other: str) -> bool | None:
    asked = slugs(rows.missions[mission], "stations")
    return station_of_mission(rows, other, asked[0]) if len(asked) == 1 else None


def person_at_station(rows: Rows, seat: str, person: str) -> bool | None:
    asked = slugs(rows.missions[link(rows.seats[seat]["up"])], "stations")
    if len(asked) != 1:
        return None
    told = [at_station(rows, row, asked[0]) for row in rows.of[person]]
    if any(told):
        return True
    return None if None in told else False


def at_station(rows: Rows, seat: Row, station: str) -> bool | None:
    """Whoever came or left on a craft that went to this station alone was there; and whoever
    stayed with a craft was wherever it went."""
    if not was_aboard(seat):
        return None
    up, down = link(seat["up"]), said(seat, "down")
    crafts = [up] if down is None else [up, down]
    if any(slugs(rows.missions[craft], "stations") == [station] for craft in crafts):
        return True
    told = [station_of_mission(rows, craft, station) for craft in crafts]
    if up == down and all(told):
        return True
    return False if down is not None and told == [False, False] else None
