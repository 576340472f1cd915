"""Which flights went to which stations, by the rows."""

from tests.items.oracle.rows import Row, Rows, link, moment, said, slugs, was_aboard
from tests.items.oracle.timeline import DAY, stay


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


def aboard_station_on_day(rows: Rows, seat: str, person: str) -> bool | None:
    """On the day that holds the middle of the stay, at the station of the stay's first craft."""
    asked = rows.seats[seat]
    up, down = stay(rows, asked)
    station = slugs(rows.missions[link(asked["up"])], "stations")
    if up is None or down is None or len(station) != 1:
        return None
    midnight = (up + down) // 2 // DAY * DAY
    told = [aboard_then(rows, row, station[0], midnight) for row in rows.of[person]]
    if any(told):
        return True
    return None if None in told else False


def aboard_then(rows: Rows, seat: Row, station: str, midnight: int) -> bool | None:
    """For all of a day, five days from launch and from landing; not, where the stay was two days
    off, or where its crafts are known to have gone elsewhere."""
    up, down = stay(rows, seat)
    if (down is not None and down <= midnight - 2 * DAY) or (
        up is not None and up >= midnight + 3 * DAY
    ):
        return False
    there = at_station(rows, seat, station)
    if there is not True or up is None or down is None:
        return False if there is False else None
    crafts = (link(seat["up"]), said(seat, "down"))
    visited = {visit for craft in crafts for visit in slugs(rows.missions[craft], "stations")}
    settled = up + 5 * DAY <= midnight and midnight + DAY <= down - 5 * DAY
    is_shut = hatch_may_be_shut(rows, link(seat["up"]), midnight)
    return True if settled and visited == {station} and not is_shut else None


def hatch_may_be_shut(rows: Rows, mission: str, midnight: int) -> bool:
    """Before STS-104 brought the airlock: on the day of a shuttle's spacewalk, the one before and
    the one after."""
    airlock = rows.missions.get("sts-104")
    if airlock is None or rows.family(mission) != "Space Shuttle":
        return False
    begun = [
        moment(walk.get("started_at"))
        for walk in rows.spacewalks.values()
        if link(walk.get("mission")) == mission
    ]
    landed = moment(rows.missions[mission].get("landed_at"))
    return rows.missions[mission]["number"] < airlock["number"] and any(
        landed is not None and at is not None and at <= landed
        and midnight - DAY <= at < midnight + 2 * DAY
        for at in begun
    )  # fmt: skip
