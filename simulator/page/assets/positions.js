// Where things are: distances, offsets in metres and the quick positions of the location sheet.

const EARTH = 6_371_008.8;
const RAD = Math.PI / 180;

/** Real cities for "another city"; the one nearest to but at least 60 km from the scene is offered. */
const CITIES = [
  { name: "Makassar", latitude: -5.1477, longitude: 119.4327 }, { name: "Parepare", latitude: -4.0135, longitude: 119.6255 },
  { name: "Palopo", latitude: -2.9925, longitude: 120.1969 }, { name: "Jakarta", latitude: -6.2088, longitude: 106.8456 },
  { name: "Surabaya", latitude: -7.2575, longitude: 112.7521 }, { name: "Jayapura", latitude: -2.5337, longitude: 140.7181 },
  { name: "Medan", latitude: 3.5952, longitude: 98.6722 }, { name: "Banjarmasin", latitude: -3.3186, longitude: 114.5944 },
];

export function distance(a, b) {
  const dLat = (b.latitude - a.latitude) * RAD;
  const dLng = (b.longitude - a.longitude) * RAD;
  const q = Math.sin(dLat / 2) ** 2 + Math.cos(a.latitude * RAD) * Math.cos(b.latitude * RAD) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(q)));
}

/** The point `east` and `north` metres from `from`. */
export function offset(from, east, north) {
  return {
    latitude: from.latitude + north / EARTH / RAD,
    longitude: from.longitude + east / (EARTH * Math.cos(from.latitude * RAD)) / RAD,
  };
}

/** A point at `metres` from `from` in the direction `degrees` (0 = north, clockwise). */
export function heading(from, metres, degrees) {
  return offset(from, metres * Math.sin(degrees * RAD), metres * Math.cos(degrees * RAD));
}

/** One step of a walk: towards `target` until there, then strolling about it. */
export function step(at, target, metres, turn) {
  const away = distance(at, target);
  if (away <= metres) return heading(target, metres * 0.6, turn * 67);
  const part = metres / away;
  return {
    latitude: at.latitude + (target.latitude - at.latitude) * part,
    longitude: at.longitude + (target.longitude - at.longitude) * part,
  };
}

export function nearestPlace(point, places) {
  return places.reduce((best, place) => (!best || distance(point, place) < distance(point, best) ? place : best), null);
}

export function otherCity(point) {
  const far = CITIES.filter((city) => distance(point, city) > 60_000);
  return far.reduce((best, city) => (distance(point, city) < distance(point, best) ? city : best));
}

/** The places of the scene, or the scene's centre when it names none. */
export function placesOf(scene) {
  if (scene.places?.length) return scene.places;
  return [{ name: scene.title || "•", radius_m: 100, ...(scene.map ?? { latitude: -5.419, longitude: 119.441 }) }];
}

/** No phone finds its position twice to the last decimal: a bearing, some degrees to either side. */
const about = (bearing) => bearing + (Math.random() - 0.5) * 20;

export const PRESETS = {
  at: (place) => heading(place, Math.min(12, (place.radius_m ?? 100) * 0.2), about(35)),
  near: (place) => heading(place, (place.radius_m ?? 0) + 80, about(70)),
  far: (place) => heading(place, 3000, about(110)),
  city: (place) => otherCity(place),
};
