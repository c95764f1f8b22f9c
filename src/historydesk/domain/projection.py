"""The map's projection: oblique stereographic on the sphere, centred at 66° N 10° E.

Conformal: the scale is the same in every direction, so towns and coasts keep their shape (Snyder 1987,
"Map Projections: A Working Manual", pp. 154–163).
"""

from __future__ import annotations

from math import asin, atan, atan2, cos, degrees, hypot, radians, sin, sqrt

RADIUS_KM = 6371.0
CENTRE_LON = 10.0
CENTRE_LAT = 66.0
_SIN0, _COS0 = sin(radians(CENTRE_LAT)), cos(radians(CENTRE_LAT))
_HORIZON = -0.866
"""Cosine of the angular distance (150°) past which the plane runs off to infinity."""


def forward(lon: float, lat: float) -> tuple[float, float] | None:
    """Degrees to km on the plane (y points up); ``None`` beyond 150° from the centre."""
    lam, phi = radians(lon - CENTRE_LON), radians(lat)
    sin_phi, cos_phi = sin(phi), cos(phi)
    cos_c = _SIN0 * sin_phi + _COS0 * cos_phi * cos(lam)
    if cos_c < _HORIZON:
        return None
    k = 2 * RADIUS_KM / (1 + cos_c)
    return k * cos_phi * sin(lam), k * (_COS0 * sin_phi - _SIN0 * cos_phi * cos(lam))


def inverse(x: float, y: float) -> tuple[float, float]:
    """Km on the plane to degrees (lon, lat)."""
    rho = hypot(x, y)
    if rho == 0:
        return CENTRE_LON, CENTRE_LAT
    c = 2 * atan(rho / (2 * RADIUS_KM))
    lat = asin(cos(c) * _SIN0 + y * sin(c) * _COS0 / rho)
    lon = CENTRE_LON + degrees(atan2(x * sin(c), rho * _COS0 * cos(c) - y * _SIN0 * sin(c)))
    return (lon + 180) % 360 - 180, degrees(lat)


def scale(lon: float, lat: float) -> float:
    """Local enlargement: 1.0 at the centre, the same in all directions."""
    lam, phi = radians(lon - CENTRE_LON), radians(lat)
    return 2 / (1 + _SIN0 * sin(phi) + _COS0 * cos(phi) * cos(lam))


def ground_km(start: tuple[float, float], end: tuple[float, float]) -> float:
    """Great-circle distance between two points in degrees (lon, lat), on the sphere of the map."""
    lam, phi = radians(end[0] - start[0]), radians(end[1] - start[1])
    half = sin(phi / 2) ** 2 + cos(radians(start[1])) * cos(radians(end[1])) * sin(lam / 2) ** 2
    return 2 * RADIUS_KM * asin(min(1.0, sqrt(half)))


def north(x: float, y: float) -> float:
    """Degrees by which to turn the picture clockwise so that true north is up at this point of the plane."""
    lon, lat = inverse(x, y)
    above = forward(lon, min(lat + 0.01, 89.999))
    if above is None:
        return 0.0
    return -degrees(atan2(above[0] - x, above[1] - y))
