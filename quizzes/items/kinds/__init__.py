"""The registry: every kind there is, in the order of the topics."""

from typing import Final

from quizzes.items.kinds.aboard_stations import AboardStationOnDay
from quizzes.items.kinds.agencies import AgencyOfPerson, MissionWithAgency, PersonOfAgency
from quizzes.items.kinds.agency_counts import AgenciesAboard
from quizzes.items.kinds.agency_firsts import FirstForAgency
from quizzes.items.kinds.ages import (
    AgeOnFirstFlight,
    OldestOnFirstFlight,
    YoungestOnFirstFlight,
)
from quizzes.items.kinds.base import AnyKind
from quizzes.items.kinds.crewmates import FlewOnBoth, FlightsOfPerson, LaunchedWith, NotAboard
from quizzes.items.kinds.crews import (
    CommanderOfMission,
    FirstFlightOfPerson,
    PersonAboard,
)
from quizzes.items.kinds.durations import LengthOfMission, LongestMission, MissionOfLength
from quizzes.items.kinds.homecomings import FlightHome, JoinedForLanding
from quizzes.items.kinds.hops import HopOfPerson, PersonOnHop, YearOfHop
from quizzes.items.kinds.in_space import InSpaceOnDay, InSpaceWith
from quizzes.items.kinds.landing_sites import (
    MissionOfRegion,
    PlaceOfLanding,
    StateOfLanding,
    WatersOfSplashdown,
)
from quizzes.items.kinds.landing_towns import NearestTown
from quizzes.items.kinds.launch_order import LaunchedBefore, OrderOfLaunches
from quizzes.items.kinds.launch_sites import LaunchSiteOfMission
from quizzes.items.kinds.launches import (
    LaunchYearOfMission,
    MissionOfLaunchYear,
    MissionOfPersonInYear,
)
from quizzes.items.kinds.orbits import MissionOfOrbits, MostOrbits, OrbitsOfMission
from quizzes.items.kinds.records import (
    FirstIntoOrbit,
    LongestStayOfPerson,
    MostFlights,
)
from quizzes.items.kinds.spacewalk_lengths import (
    FirstOutside,
    LengthOfSpacewalk,
    LongestSpacewalk,
)
from quizzes.items.kinds.spacewalks import (
    FlightBeforeSpacewalk,
    PartnerOnSpacewalk,
    WalkerOfSpacewalk,
)
from quizzes.items.kinds.stations import MissionToStation, PersonAtStation, StationOfMission
from quizzes.items.kinds.stays import LengthOfStay, PersonOfStay
from quizzes.items.kinds.timeline import LaunchedBetween

KINDS: Final[tuple[AnyKind, ...]] = (
    CommanderOfMission(),
    PersonAboard(),
    FirstFlightOfPerson(),
    JoinedForLanding(),
    FlightHome(),
    NotAboard(),
    LaunchedWith(),
    FlewOnBoth(),
    FlightsOfPerson(),
    AgencyOfPerson(),
    PersonOfAgency(),
    MissionWithAgency(),
    AgenciesAboard(),
    LengthOfStay(),
    LengthOfMission(),
    MissionOfLength(),
    LongestMission(),
    PersonOfStay(),
    WatersOfSplashdown(),
    StateOfLanding(),
    MissionOfRegion(),
    NearestTown(),
    PlaceOfLanding(),
    LaunchYearOfMission(),
    MissionOfLaunchYear(),
    MissionOfPersonInYear(),
    LaunchedBefore(),
    OrderOfLaunches(),
    LaunchSiteOfMission(),
    StationOfMission(),
    MissionToStation(),
    PersonAtStation(),
    AboardStationOnDay(),
    OrbitsOfMission(),
    MissionOfOrbits(),
    MostOrbits(),
    WalkerOfSpacewalk(),
    PartnerOnSpacewalk(),
    FlightBeforeSpacewalk(),
    LengthOfSpacewalk(),
    LongestSpacewalk(),
    FirstOutside(),
    YoungestOnFirstFlight(),
    OldestOnFirstFlight(),
    AgeOnFirstFlight(),
    FirstIntoOrbit(),
    MostFlights(),
    LongestStayOfPerson(),
    FirstForAgency(),
    LaunchedBetween(),
    InSpaceOnDay(),
    InSpaceWith(),
    PersonOnHop(),
    HopOfPerson(),
    YearOfHop(),
)
KIND_BY_SLUG: Final = {kind.slug: kind for kind in KINDS}
