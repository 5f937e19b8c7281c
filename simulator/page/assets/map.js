// The large map: Leaflet without tiles, Indonesia's outline, the drawn district and the sites' circles.

import { drawDistrict } from "./district.js";
import { h } from "./elements.js";
import { icon } from "./icons.js";
import { heading, placesOf } from "./positions.js";
import { reducedMotion } from "./preferences.js";
import { t } from "./strings.js";

const ACCURACY_STEP = 10;
let outline;

async function ready() {
  if (!window.L) {
    document.head.append(h("link", { rel: "stylesheet", href: "/assets/vendor/leaflet.css" }));
    await import("./vendor/leaflet.js");
  }
  outline ??= await (await fetch("/assets/vendor/indonesia.json")).json();
  return window.L;
}

const latLng = ({ latitude, longitude }) => [latitude, longitude];

/** Draws into `element`; `onMove(point)` makes the pin movable. Answers {moveTo, setAccuracy, remove}. */
export async function openMap(element, scene, point, { onMove, accuracy = null } = {}) {
  const L = await ready();
  if (!element.isConnected) return null;
  const still = reducedMotion();
  const map = L.map(element, {
    attributionControl: false, zoomControl: false, minZoom: 4, maxZoom: 19, keyboard: !onMove,
    zoomAnimation: !still, fadeAnimation: !still, renderer: L.svg({ padding: 0.4 }),
  }).setView(latLng(point), 16);
  L.control.zoom({ position: "bottomright", zoomInTitle: "+", zoomOutTitle: "−" }).addTo(map);
  L.geoJSON(outline, { interactive: false, style: { className: "map-outline" } }).addTo(map);
  const places = placesOf(scene);
  drawPieces(L, map, places);
  for (const place of places) drawPlace(L, map, place);

  const ring = L.circle(latLng(point), { radius: accuracy ?? 0, className: "map-accuracy", interactive: false }).addTo(map);
  const pin = L.marker(latLng(point), {
    draggable: Boolean(onMove), keyboard: Boolean(onMove), title: t("pin"), alt: t("pin"),
    icon: L.divIcon({ className: "pin", html: pinMarkup(), iconSize: [34, 44], iconAnchor: [17, 43] }),
  }).addTo(map);

  const moved = (target) => {
    ring.setLatLng(target);
    onMove?.({ latitude: target.lat, longitude: target.lng });
  };
  if (onMove) {
    pin.on("drag", () => moved(pin.getLatLng()));
    map.on("click", (event) => { pin.setLatLng(event.latlng); moved(event.latlng); });
    pin.getElement().addEventListener("keydown", (event) => arrow(L, map, pin, event, moved));
  }
  const sizing = requestAnimationFrame(() => map.invalidateSize());
  return {
    moveTo(target) {
      const far = map.distance(map.getCenter(), latLng(target)) > 20_000;
      pin.setLatLng(latLng(target));
      ring.setLatLng(latLng(target));
      map.setView(latLng(target), far ? 8 : Math.max(map.getZoom(), 15), { animate: !still && !far });
    },
    setAccuracy: (metres) => ring.setRadius(metres ?? 0),
    remove() {
      cancelAnimationFrame(sizing); // a sheet may be closed before its first frame
      map.remove();
    },
  };
}

const pinMarkup = () => {
  const box = h("span", {}, icon("pin", 44));
  return box;
};

function drawPieces(L, map, places) {
  const groups = new Map();
  for (const { kind, closed, points } of drawDistrict(places)) {
    if (!groups.has(kind)) groups.set(kind, { closed, lines: [] });
    groups.get(kind).lines.push(points);
  }
  for (const [kind, { closed, lines }] of groups) {
    const options = { className: `map-${kind}`, interactive: false, smoothFactor: 0.8 };
    (closed ? L.polygon(lines.map((line) => [line]), options) : L.polyline(lines, options)).addTo(map);
    if (kind === "road") L.polyline(lines, { ...options, className: "map-road-top" }).addTo(map);
  }
}

function drawPlace(L, map, place) {
  L.circle(latLng(place), { radius: place.radius_m ?? 50, className: "map-site", interactive: false }).addTo(map);
  const label = h("span", {}, place.name);
  L.marker(latLng(heading(place, place.radius_m ?? 50, 180)), {
    interactive: false, keyboard: false,
    icon: L.divIcon({ className: "place-label", html: label, iconSize: [0, 0], iconAnchor: [0, -3] }),
  }).addTo(map);
}

function arrow(L, map, pin, event, moved) {
  const steps = { ArrowUp: [0, 1], ArrowDown: [0, -1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const move = steps[event.key];
  if (!move) return;
  event.preventDefault();
  const metres = ACCURACY_STEP * (event.shiftKey ? 10 : 1);
  const at = pin.getLatLng();
  const target = L.latLng(
    at.lat + (move[1] * metres) / 111_195,
    at.lng + (move[0] * metres) / (111_195 * Math.cos((at.lat * Math.PI) / 180)),
  );
  pin.setLatLng(target);
  map.panInside(target, { padding: [60, 60] });
  moved(target);
}
