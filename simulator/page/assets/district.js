// A made-up district around the scene's places: roads, a river, fields, houses. The same every time.

import { distance, offset } from "./positions.js";

const REACH = 4200;
const CLUSTER = 6000;

/** Each piece: {kind, closed, points: [[latitude, longitude], …]}, in the order they are painted. */
export function drawDistrict(places) {
  const towns = clusters(places);
  return [...towns.flatMap(town), ...highway(towns)];
}

function clusters(places) {
  const groups = [];
  for (const place of places) {
    const near = groups.find((group) => distance(group[0], place) < CLUSTER);
    if (near) near.push(place);
    else groups.push([place]);
  }
  return groups;
}

function town(group) {
  const centre = group[0];
  const random = seeded(Math.round(centre.latitude * 1e4) ^ Math.round(centre.longitude * 1e4));
  const at = (x, y) => { const p = offset(centre, x, y); return [p.latitude, p.longitude]; };
  const piece = (kind, points, closed = false) => ({ kind, closed, points: points.map(([x, y]) => at(x, y)) });
  return [
    piece("land", blob(random, REACH), true),
    ...fields(random, piece),
    piece("river", wave(random, -900, REACH, 260)),
    ...streets(random, piece),
    ...group.flatMap((place) => hamlet(random, centre, place, piece)),
  ];
}

function blob(random, radius) {
  return Array.from({ length: 40 }, (_, i) => {
    const r = radius * (0.92 + random() * 0.16);
    const angle = (i / 40) * 2 * Math.PI;
    return [r * Math.sin(angle), r * Math.cos(angle)];
  });
}

function fields(random, piece) {
  const kinds = ["paddy", "paddy", "garden", "paddy", "wood", "village"];
  const found = [];
  for (let x = -3300; x < 3300; x += 430) {
    for (let y = -3300; y < 3300; y += 360) {
      if (Math.hypot(x, y) > 3700 || random() < 0.22) continue;
      const j = () => (random() - 0.5) * 60;
      const near = Math.hypot(x, y) < 900;
      const kind = near && random() < 0.6 ? "village" : kinds[Math.floor(random() * kinds.length)];
      found.push(piece(kind, [[x + j(), y + j()], [x + 395 + j(), y + j()], [x + 395 + j(), y + 325 + j()], [x + j(), y + 325 + j()]], true));
    }
  }
  return found;
}

function wave(random, x0, reach, amplitude) {
  const phase = random() * 6;
  return Array.from({ length: 34 }, (_, i) => {
    const y = -reach + (i / 33) * 2 * reach;
    return [x0 + amplitude * Math.sin(y / 700 + phase) + amplitude * 0.4 * Math.sin(y / 260), y];
  });
}

function streets(random, piece) {
  const bend = (points) => points.map(([x, y]) => [x + (random() - 0.5) * 50, y + (random() - 0.5) * 50]);
  const line = (from, to, n) => Array.from({ length: n }, (_, i) => [
    from[0] + ((to[0] - from[0]) * i) / (n - 1), from[1] + ((to[1] - from[1]) * i) / (n - 1)]);
  const found = [];
  for (let k = -3; k <= 3; k += 1) {
    if (k === 0) continue;
    found.push(piece("street", bend(line([-2900, k * 820 + 90], [2900, k * 820 - 60], 14))));
    found.push(piece("street", bend(line([k * 910 + 80, -2900], [k * 910 - 50, 2900], 14))));
  }
  found.push(piece("road", bend(line([-REACH * 0.95, -420], [REACH * 0.95, 260], 16))));
  found.push(piece("road", bend(line([260, -REACH * 0.95], [90, REACH * 0.95], 16))));
  return found;
}

function hamlet(random, centre, place, piece) {
  const [x, y] = local(centre, place);
  const houses = [];
  for (let i = 0; i < 26; i += 1) {
    const angle = random() * 2 * Math.PI;
    const r = 45 + random() * 300;
    const [hx, hy] = [x + r * Math.sin(angle), y + r * Math.cos(angle)];
    const [w, d] = [9 + random() * 9, 8 + random() * 7];
    houses.push(piece("house", [[hx, hy], [hx + w, hy], [hx + w, hy + d], [hx, hy + d]], true));
  }
  const lane = piece("lane", [[x - 380, y - 30], [x - 120, y - 22], [x, y - 26], [x + 160, y - 18], [x + 400, y - 36]]);
  const cross = piece("lane", [[x - 24, y - 330], [x - 30, y - 40], [x - 18, y + 120], [x - 34, y + 340]]);
  return [lane, cross, ...houses];
}

function local(centre, place) {
  const east = distance(centre, { latitude: centre.latitude, longitude: place.longitude }) * Math.sign(place.longitude - centre.longitude);
  const north = distance(centre, { latitude: place.latitude, longitude: centre.longitude }) * Math.sign(place.latitude - centre.latitude);
  return [east, north];
}

function highway(towns) {
  return towns.slice(1).map(([to], i) => {
    const from = towns[i][0];
    const [start, end] = [offset(from, 175, 15), offset(to, 175, 15)];
    const bend = [(from.latitude + to.latitude) / 2 + 0.01, (from.longitude + to.longitude) / 2];
    return { kind: "road", closed: false, points: [[start.latitude, start.longitude], bend, [end.latitude, end.longitude]] };
  });
}

function seeded(seed) {
  let state = seed >>> 0 || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
