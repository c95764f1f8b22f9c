"""Malformed geography: places, journeys and plates, each the example of ``pack new`` with one thing spoilt."""

from __future__ import annotations

from tests.robustness.malformed.cases import Case

# ruff: noqa: E501
# fmt: off
GEOGRAPHY_CASES: tuple[Case, ...] = (
    Case('GeoJSON that breaks off', (
        ('places.geojson', '55.752]}},\n{"type": "Feature", "properties": {"id": "tsaritsyn", "rank": 2, "precision_m": 500}, "geometry": {"type": "Point", "coordinates": [44.5133, 48.708]}}\n]}\n', '55.7'),
    ), (
        'places.geojson:3: the GeoJSON breaks off; save or copy the whole file again; it ends with ]}',
    )),
    Case('GeoJSON that breaks off in a word', (
        ('journeys.geojson', '"mode": "rail", "precision_km": 30}, "geometry": {"type": "LineString", "coordinates": [[37.6176, 55.752], [39.74, 54.63], [41.45, 52.72], [44.5133, 48.708]]}}\n]}\n', '"mode": "ra'),
    ), (
        'journeys.geojson:2: the GeoJSON breaks off; save or copy the whole file again; it ends with ]}',
    )),
    Case('empty GeoJSON', (
        ('places.geojson', None, ''),
    ), (
        'places.geojson:1: the file is empty; begin with {"type": "FeatureCollection", "features": [',
    )),
    Case('GeoJSON that is a list', (
        ('journeys.geojson', None, '[]\n'),
    ), (
        'journeys.geojson:1: this is no GeoJSON FeatureCollection; begin with {"type": "FeatureCollection", "features": [',
    )),
    Case('GeoJSON that is a word', (
        ('plates.geojson', None, '"plates"\n'),
    ), (
        'plates.geojson:1: this is no GeoJSON FeatureCollection; begin with {"type": "FeatureCollection", "features": [',
    )),
    Case('GeoJSON with a comma too many', (
        ('places.geojson', '48.708]}}\n]}', '48.708]}},\n]}'),
    ), (
        'places.geojson:5: the GeoJSON cannot be read (Expecting value); correct the line or the one before',
    )),
    Case('words behind the GeoJSON', (
        ('plates.geojson', ']}}\n]}\n', ']}}\n]}\nthat is all\n'),
    ), (
        'plates.geojson:5: the GeoJSON cannot be read (Extra data); correct the line or the one before',
    )),
    Case('features that are no list', (
        ('places.geojson', None, '{"type": "FeatureCollection", "features": {}}\n'),
    ), (
        'places.geojson:1: this is no GeoJSON FeatureCollection; begin with {"type": "FeatureCollection", "features": [',
    )),
    Case('GeoJSON without features', (
        ('journeys.geojson', None, '{"type": "FeatureCollection"}\n'),
    ), (
        'journeys.geojson:1: this is no GeoJSON FeatureCollection; begin with {"type": "FeatureCollection", "features": [',
    )),
    Case('features told twice', (
        ('plates.geojson', '{"type": "FeatureCollection",', '{"type": "FeatureCollection", "features": [],'),
    ), (
        'plates.geojson:1: “features” stands twice in the collection; keep one of them',
    )),
    Case('coordinates of another system', (
        ('places.geojson', '{"type": "FeatureCollection",', '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}},'),
    ), (
        'places.geojson:1: the coordinates are in “urn:ogc:def:crs:EPSG::3857”, not in WGS 84; export them again as WGS 84 (EPSG:4326), longitude first',
    )),
    Case('coordinates of a system without a name', (
        ('plates.geojson', '{"type": "FeatureCollection",', '{"type": "FeatureCollection", "crs": {"type": "link", "properties": {"href": "crs.txt"}},'),
    ), (
        'plates.geojson:1: the coordinates are in another system, not in WGS 84; export them again as WGS 84 (EPSG:4326), longitude first',
    )),
    Case('bare geometry among the features', (
        ('places.geojson', '{"type": "Feature", "properties": {"id": "moscow", "rank": 1, "precision_m": 500}, "geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}}', '{"type": "Point", "coordinates": [37.6176, 55.752]}'),
    ), (
        'places.geojson:3: entry 2 of the features is no Feature; put it into a Feature, as its "geometry"',
    )),
    Case('collection inside the features', (
        ('journeys.geojson', None, '{"type": "FeatureCollection", "features": [\n{"type": "FeatureCollection", "features": []}\n]}\n'),
    ), (
        'journeys.geojson:2: entry 1 of the features is no Feature; take its features out of it into the list',
    )),
    Case('number among the features', (
        ('plates.geojson', '"features": [\n', '"features": [\n7,\n'),
    ), (
        'plates.geojson:2: entry 1 of the features is no Feature; give it "type": "Feature"',
    )),
    Case('property told twice', (
        ('places.geojson', '"rank": 2', '"rank": 2, "rank": 1'),
    ), (
        'places.geojson:4: “rank” stands twice in one table; keep one of them',
    )),
    Case('feature with empty properties', (
        ('plates.geojson', '"features": [\n', '"features": [\n{"type": "Feature", "properties": {}, "geometry": null},\n'),
    ), (
        'plates.geojson:2: the feature has no properties; add "properties": {…}',
    )),
    Case('feature with a list of properties', (
        ('journeys.geojson', '{"journey": "to-tsaritsyn", "leg": 1, "mode": "rail", "precision_km": 30}', '[1, 2]'),
    ), (
        'journeys.geojson:2: the feature has no properties; add "properties": {…}',
    )),
    Case('place of many points', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "MultiPoint", "coordinates": [[37.6176, 55.752]]}'),
    ), (
        'places.geojson:3: the place “moscow” is a MultiPoint; write a feature for each Point',
    )),
    Case('place that is a collection of geometries', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [37.6176, 55.752]}]}'),
    ), (
        'places.geojson:3: the place “moscow” is a GeometryCollection; write a feature for each Point',
    )),
    Case('geometry with a misspelt type', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Pont", "coordinates": [37.6176, 55.752]}'),
    ), (
        'places.geojson:3: the place “moscow” is a Pont; did you mean “Point”?',
    )),
    Case('geometry whose type is a list', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": ["Point"], "coordinates": [37.6176, 55.752]}'),
    ), (
        'places.geojson:3: the place “moscow” is a feature without geometry; make it a Point',
    )),
    Case('place without a geometry', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": null'),
    ), (
        'places.geojson:3: the place “moscow” is a feature without geometry; make it a Point',
    )),
    Case('place with empty coordinates', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": []}'),
    ), (
        'places.geojson:3: the place “moscow” has no coordinates; write [longitude, latitude]',
    )),
    Case('place at null', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": [null, 55.752]}'),
    ), (
        'places.geojson:3: the place “moscow” has no numbers for coordinates; write [longitude, latitude]',
    )),
    Case('place at true', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": [37.6176, true]}'),
    ), (
        'places.geojson:3: the place “moscow” has no numbers for coordinates; write [longitude, latitude]',
    )),
    Case('place at infinity', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": [Infinity, 55.752]}'),
    ), (
        'places.geojson:3: the place “moscow” has a coordinate that is no number; write [longitude, latitude] in degrees',
    )),
    Case('place at a number without end', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": [37.6176, 1e999]}'),
    ), (
        'places.geojson:3: the place “moscow” has a coordinate that is no number; write [longitude, latitude] in degrees',
    )),
    Case('number of five thousand digits', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": [37.6176, ' + '5' * 5000 + ']}'),
    ), (
        'places.geojson:3: the GeoJSON has a number that is too long; write coordinates in degrees',
    )),
    Case('longitude beyond 180', (
        ('places.geojson', '"geometry": {"type": "Point", "coordinates": [37.6176, 55.752]}', '"geometry": {"type": "Point", "coordinates": [190.4, 66.1]}'),
    ), (
        'places.geojson:3: the place “moscow” is at 190.4, 66.1, which is off the globe; write -169.6: longitudes run from -180 to 180',
    )),
    Case('precision below nothing', (
        ('places.geojson', '"rank": 2, "precision_m": 500', '"rank": 2, "precision_m": -5'),
    ), (
        'places.geojson:4: “precision_m” of the place “tsaritsyn” is out of reach; write a number from 0 to 1,000,000,000',
    )),
    Case('precision beyond all numbers', (
        ('places.geojson', '"rank": 2, "precision_m": 500', '"rank": 2, "precision_m": 1e300'),
    ), (
        'places.geojson:4: “precision_m” of the place “tsaritsyn” is out of reach; write a number from 0 to 1,000,000,000',
    )),
    Case('id with a line break', (
        ('places.geojson', '"id": "moscow"', '"id": "mos\\ncow"'),
    ), (
        'places.geojson:3: “mos�cow” is not a valid id; use lower-case letters a–z, digits and hyphens, beginning with a letter or digit',
    )),
    Case('id with half a letter', (
        ('plates.geojson', '"id": "kremlin"', '"id": "krem\\ud800lin"'),
    ), (
        'plates.geojson:2: “id” of the feature is no text; write it between quotation marks, on one line',
    )),
    Case('GeoJSON with a byte order mark', (
        ('places.geojson', None, b'\xef\xbb\xbf{"type": "FeatureCollection", "features": []}'),
    ), (
        'places.geojson:1: the file begins with a byte order mark; save it as UTF-8 without a byte order mark',
    )),
    Case('GeoJSON in UTF-16', (
        ('plates.geojson', None, b'\xff\xfe{\x00"\x00t\x00y\x00p\x00e\x00"\x00:\x00 \x00"\x00F\x00e\x00a\x00t\x00u\x00r\x00e\x00C\x00o\x00l\x00l\x00e\x00c\x00t\x00i\x00o\x00n\x00"\x00,\x00 \x00"\x00f\x00e\x00a\x00t\x00u\x00r\x00e\x00s\x00"\x00:\x00 \x00[\x00]\x00}\x00'),
    ), (
        'plates.geojson:1: the text is not UTF-8; save the file with the encoding UTF-8',
    )),
    Case('leg with a coordinate that is no number', (
        ('journeys.geojson', '[39.74, 54.63]', '[NaN, 54.63]'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has a coordinate that is no number; write [longitude, latitude] in degrees',
    )),
    Case('leg with a height', (
        ('journeys.geojson', '[39.74, 54.63]', '[39.74, 54.63, 112.5]'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has 3 coordinates; write longitude and latitude only',
    )),
    Case('leg with latitude first', (
        ('journeys.geojson', '[39.74, 54.63]', '[54.63, 139.74]'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” is at 54.63, 139.74, which is off the globe; longitude comes first: exchange the two',
    )),
    Case('leg with points inside points', (
        ('journeys.geojson', '[39.74, 54.63]', '[[39.74, 54.63]]'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has points inside points for coordinates; write [longitude, latitude]',
    )),
    Case('leg with an empty point', (
        ('journeys.geojson', '[39.74, 54.63]', '[]'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” has 0 coordinates; write longitude and latitude only',
    )),
    Case('leg in parts', (
        ('journeys.geojson', '"LineString", "coordinates": [[37.6176, 55.752], [39.74, 54.63], [41.45, 52.72], [44.5133, 48.708]]', '"MultiLineString", "coordinates": [[[37.6176, 55.752], [39.74, 54.63]], [[41.45, 52.72], [44.5133, 48.708]]]'),
    ), (
        'journeys.geojson:2: leg 1 of the journey “to-tsaritsyn” is a MultiLineString; write a feature for each LineString',
    )),
    Case('plate that is drawn but not named', (
        ('plates.geojson', '"plate": "moscow", "kind": "site"', '"plate": "moskow", "kind": "site"'),
    ), (
        'plates.geojson:2: there is no plate “moskow”; did you mean “moscow”?',
    )),
    Case('plate that is named but not drawn', (
        ('plates.geojson', None, None),
    ), (
        'en/plates.toml:2: nothing of the plate “moscow” is in plates.geojson; draw it, or remove the plate',
    )),
    Case('feature of no plate', (
        ('plates.geojson', '"plate": "moscow", "kind": "river"', '"kind": "river"'),
    ), (
        'plates.geojson:3: the feature names no plate; add "plate" to its properties',
    )),
    Case('plate with a number for a name', (
        ('plates.geojson', '"plate": "moscow", "kind": "river"', '"plate": 7, "kind": "river"'),
    ), (
        'plates.geojson:3: “plate” of the feature is no text; write it between quotation marks, on one line',
    )),
    Case('unknown kind of feature', (
        ('plates.geojson', '"kind": "river"', '"kind": "rivver"'),
    ), (
        'plates.geojson:3: a feature of the plate “moscow” has the kind “rivver”; did you mean “river”?',
    )),
    Case('feature of no kind', (
        ('plates.geojson', '"kind": "river", ', ''),
    ), (
        'plates.geojson:3: a feature of the plate “moscow” has no kind; use one of site, river, street, sketch, railway, wall, water, park, town',
    )),
    Case('unknown property of a plate', (
        ('plates.geojson', '"kind": "river"', '"kind": "river", "width": 3'),
    ), (
        'plates.geojson:3: unknown property “width”; use plate, kind, id, place, precision_m',
    )),
    Case('site without an id', (
        ('plates.geojson', '"id": "kremlin", ', ''),
    ), (
        'plates.geojson:2: a site of the plate “moscow” has no id; add "id" to its properties',
    )),
    Case('site there twice', (
        ('plates.geojson', '"features": [\n', '"features": [\n{"type": "Feature", "properties": {"plate": "moscow", "kind": "site", "id": "kremlin"}, "geometry": {"type": "Point", "coordinates": [37.61, 55.75]}},\n'),
    ), (
        'plates.geojson:3: the site “kremlin” of the plate “moscow” is already there (line 2); give one of them another id',
    )),
    Case('site without a name', (
        ('plates.geojson', '"id": "kremlin", "place": "moscow"', '"id": "senate"'),
    ), (
        'en/plates.toml:7: the site “kremlin” of the plate “moscow” is not in plates.geojson; draw it, or remove the name',
        'plates.geojson:2: the site “senate” of the plate “moscow” has no name; add [[plate.site]] with id = "senate" to the plate in en/plates.toml',
    )),
    Case('name of a site that is not drawn', (
        ('en/plates.toml', 'id = "kremlin"', 'id = "kremlim"'),
    ), (
        'en/plates.toml:7: the site “kremlim” of the plate “moscow” is not in plates.geojson; did you mean “kremlin”?',
    )),
    Case('name of a site told twice', (
        ('en/plates.toml', '[[plate.line]]', '[[plate.site]]\nid = "kremlin"\nname = "Again"\n\n[[plate.line]]'),
    ), (
        'en/plates.toml:11: the site “kremlin” of the plate “moscow” is there twice; remove one of them',
    )),
    Case('site at an unknown place', (
        ('plates.geojson', '"place": "moscow"', '"place": "mosco"'),
    ), (
        'plates.geojson:2: there is no place “mosco”; did you mean “moscow”?',
    )),
    Case('river that is a place', (
        ('plates.geojson', '"id": "moskva"', '"id": "moskva", "place": "moscow"'),
    ), (
        'plates.geojson:3: a river of the plate “moscow” has a place; remove it: only a site can be a place',
    )),
    Case('site drawn as a line', (
        ('plates.geojson', '"Point", "coordinates": [37.6176, 55.752]', '"LineString", "coordinates": [[37.6, 55.7], [37.7, 55.8]]'),
    ), (
        'plates.geojson:2: the site “kremlin” of the plate “moscow” is a LineString; make it a Point',
    )),
    Case('river of one point said twice', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.6, 55.7], [37.6, 55.7]]}'),
    ), (
        'plates.geojson:3: all points of the river “moskva” of the plate “moscow” are one; give it two different points',
    )),
    Case('town that crosses itself', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[[37.6, 55.7], [37.7, 55.8], [37.7, 55.7], [37.6, 55.8], [37.6, 55.7]]]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” crosses itself near 37.6500, 55.7501; draw its rings so that none crosses',
    )),
    Case('town whose ring is open', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8]]]}'),
    ), (
        'plates.geojson:3: ring 1 of a town of the plate “moscow” is not closed; end it with its first point',
    )),
    Case('town of two points', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[[37.6, 55.7], [37.7, 55.7], [37.6, 55.7]]]}'),
    ), (
        'plates.geojson:3: ring 1 of a town of the plate “moscow” has 2 point(s); give it three or more',
    )),
    Case('town with its hole outside', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8], [37.6, 55.7]], [[37.8, 55.7], [37.9, 55.7], [37.9, 55.8], [37.8, 55.7]]]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” has rings that do not fit (hole lies outside shell); draw each hole inside the first ring',
    )),
    Case('town with two holes in one another', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8], [37.6, 55.7]], [[37.61, 55.71], [37.69, 55.71], [37.69, 55.79], [37.61, 55.71]], [[37.66, 55.72], [37.68, 55.72], [37.68, 55.74], [37.66, 55.72]]]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” has rings that do not fit (holes are nested); draw each hole inside the first ring',
    )),
    Case('town of empty rings', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[]]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” has a line or ring without points; write it as a list of points',
    )),
    Case('town whose ring is one list', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": [[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8], [37.6, 55.7]]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” has a point that is no list; write each point as [longitude, latitude]',
    )),
    Case('town with a ring of words', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "Polygon", "coordinates": ["ring"]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” has a line or ring without points; write it as a list of points',
    )),
    Case('town in parts', (
        ('plates.geojson', '"kind": "river", "id": "moskva", "precision_m": 100}, "geometry": {"type": "LineString", "coordinates": [[37.603, 55.74], [37.6085, 55.7455], [37.614, 55.7485], [37.62, 55.7492], [37.633, 55.7482], [37.64, 55.7465]]}', '"kind": "town"}, "geometry": {"type": "MultiPolygon", "coordinates": [[[[37.6, 55.7], [37.7, 55.7], [37.7, 55.8], [37.6, 55.8], [37.6, 55.7]]]]}'),
    ), (
        'plates.geojson:3: a town of the plate “moscow” is a MultiPolygon; write a feature for each Polygon',
    )),
    Case('river far from its city', (
        ('plates.geojson', '[37.603, 55.74]', '[55.74, 37.603]'),
    ), (
        'plates.geojson:3: the river “moskva” of the plate “moscow” lies 2,532 km from its place “moscow”; check the coordinates: longitude comes first',
    )),
    Case('plate without a title', (
        ('en/plates.toml', 'title = "Moscow"\n', ''),
    ), (
        'en/plates.toml:1: [[plate]] “moscow” has no title; add title = …',
    )),
    Case('plate of an unknown place', (
        ('en/plates.toml', 'place = "moscow"', 'place = "moskow"'),
    ), (
        'en/plates.toml:4: there is no place “moskow”; did you mean “moscow”?',
    )),
    Case('two plates with one id', (
        ('en/plates.toml', '[[plate]]\nid = "moscow"\n', '[[plate]]\nid = "moscow"\ntitle = "Old Moscow"\n\n[[plate]]\nid = "moscow"\n'),
    ), (
        'en/plates.toml:6: the plate “moscow” is already there (line 1); give one of them another id',
        'plates.geojson:3: the river “moskva” of the plate “moscow” has no name; add [[plate.line]] with id = "moskva" to the plate in en/plates.toml',
    )),
)
