// The small drawn map inside a location bubble.

import { drawDistrict } from "./district.js";
import { s } from "./elements.js";
import { distance, placesOf } from "./positions.js";

const WIDTH = 240;
const HEIGHT = 132;
let drawn = { places: null, pieces: [] };

function district(places) {
  if (drawn.places !== places) drawn = { places, pieces: drawDistrict(places) };
  return drawn.pieces;
}

/** An SVG about 720 m wide around `point`, with the sites' circles and a pin. */
export function minimap(point, scene, { accuracy, live } = {}) {
  const places = placesOf(scene);
  const perMetre = WIDTH / Math.min(2400, Math.max(720, (accuracy ?? 0) * 3));
  const project = projection(point, perMetre);
  const near = distance(point, places.reduce((a, b) => (distance(point, a) < distance(point, b) ? a : b))) < 12_000;
  const shapes = near ? district(scene.places?.length ? scene.places : places).flatMap((piece) => shape(piece, project)) : [];
  return s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "minimap", "aria-hidden": "true", preserveAspectRatio: "xMidYMid slice" },
    s("rect", { width: WIDTH, height: HEIGHT, class: near ? "map-land" : "map-plain" }),
    shapes,
    near && places.map((place) => ring(project([place.latitude, place.longitude]), (place.radius_m ?? 0) * perMetre, "map-site")),
    accuracy && ring([WIDTH / 2, HEIGHT / 2], accuracy * perMetre, "map-accuracy"),
    live ? s("g", { class: "map-live" }, s("circle", { cx: WIDTH / 2, cy: HEIGHT / 2, r: 11 }), s("circle", { cx: WIDTH / 2, cy: HEIGHT / 2, r: 6 }))
      : s("path", { class: "map-pin", transform: `translate(${WIDTH / 2} ${HEIGHT / 2})`, d: "M0 0s-11-10.5-11-19a11 11 0 0 1 22 0C11-10.5 0 0 0 0zM0-23.5a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4z" }));
}

function projection(centre, perMetre) {
  const north = 111_195 * perMetre;
  const east = north * Math.cos((centre.latitude * Math.PI) / 180);
  return ([lat, lng]) => [WIDTH / 2 + (lng - centre.longitude) * east, HEIGHT / 2 - (lat - centre.latitude) * north];
}

function shape({ kind, closed, points }, project) {
  const flat = points.map(project);
  const inside = flat.some(([x, y]) => x > -400 && x < WIDTH + 400 && y > -400 && y < HEIGHT + 400);
  if (!inside) return [];
  const d = `M${flat.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}${closed ? "Z" : ""}`;
  return [s("path", { d, class: `map-${kind}` })];
}

function ring([cx, cy], r, kind) {
  return s("circle", { cx, cy, r, class: kind });
}
