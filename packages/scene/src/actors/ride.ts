import type { Material } from '@openimagine/render';
import { mixColors, type Srgb, shade, toHex, toSrgb } from '../model/color.ts';
import { multiply, rotationX, rotationY, rotationZ, translation } from '../model/matrix.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { around, isCalled, LIT, propActor } from './prop.ts';
import { craftParts, DULL_METAL, POLISHED, SOFT, type Tools } from './prop-tools.ts';

/** A ferris wheel that turns with its cabins upright, a carousel, or a roller coaster by word. It faces +z. */
export const ride: ActorModel = { gaits: { spin: 0, drive: 0 }, build };

const LACQUER: Material = { specular: 0.5, gloss: 50, wrap: 0.15 };
const BULB: Material = { emissive: 1.6 };
const BRIGHT_TONES = ['#e0483e', '#f2b234', '#3f8fd0', '#4fae62', '#a45bc0', '#f08a3c'];

function build(context: ActorContext): Actor {
  if (isCalled(context, /carousel|merry/)) return buildCarousel(context);
  if (isCalled(context, /coaster/)) return buildCoaster(context);
  return buildWheel(context);
}

const RADIUS = 9;
const HUB = 11.4;
const CABINS = 12;

function buildWheel(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const color = toSrgb(actor.color ?? '#e9ecf0');
  const key = `${toHex(color)}/${isNight}`;
  const stand = craftParts(`ride/stand/${key}`, detail, (to) => {
    to.block(DULL_METAL, [9, 0.4, 5], [0, 0.2, 0], '#6f757d', 0.06);
    for (const z of [-1.5, 1.5])
      for (const x of [-4, 4]) to.rod(LACQUER, [x, 0.3, z * 1.5], [0, HUB, z], [0.26, 0.2], shade(color, 0.75));
    to.rod(POLISHED, [0, HUB, -1.8], [0, HUB, 1.8], 0.4, '#c9ced6');
    to.block(LACQUER, [3, 1.6, 1.8], [0, 1.1, 2.2], '#c0463c', 0.1);
    to.block(isNight ? LIT : SOFT, [2.4, 0.7, 0.1], [0, 1.3, 3.12], isNight ? '#ffd27a' : '#2c3440', 0.03);
  });
  const wheel = craftParts(`ride/wheel/${key}`, detail, (to) => addWheel(to, color, isNight), 1.1);
  const cabins = BRIGHT_TONES.map((tone) =>
    craftParts(`ride/cabin/${tone}/${isNight}`, detail === 'hero' ? 'normal' : 'far', (to) =>
      addCabin(to, tone, isNight),
    ),
  );
  return propActor(context, stand, {
    animate(t, _travel, add) {
      const turn = t * 0.16;
      add(wheel, multiply(translation(0, HUB, 0), rotationZ(turn)));
      for (const [i, a] of around(CABINS).entries())
        add(
          cabins[i % cabins.length]!,
          multiply(
            translation(-Math.sin(a + turn) * RADIUS, HUB + Math.cos(a + turn) * RADIUS, 0),
            rotationZ(0.04 * Math.sin(t * 1.3 + i)),
          ),
        );
    },
    ...(isNight
      ? { lights: () => [{ position: [0, HUB, 4] as const, color: [1.6, 1.1, 1.3] as const, radius: 14 }] }
      : {}),
  });
}

function addWheel(to: Tools, color: Srgb, isNight: boolean): void {
  for (const z of [-1.1, 1.1]) {
    to.hoop(LACQUER, RADIUS, 0.13, [0, 0, z], color, [0, 0, 0]);
    to.hoop(LACQUER, RADIUS * 0.84, 0.08, [0, 0, z], color, [0, 0, 0]);
    to.disc(POLISHED, 0.8, 0.2, [0, 0, z], '#d9a93f', [Math.PI / 2, 0, 0]);
    for (const [i, a] of around(CABINS).entries()) {
      const [s, c] = [Math.sin(a), Math.cos(a)];
      const d = a + Math.PI / CABINS;
      to.rod(LACQUER, [s * 0.6, c * 0.6, z * 0.8], [s * RADIUS, c * RADIUS, z], 0.07, shade(color, 0.88));
      to.rod(
        LACQUER,
        [s * RADIUS * 0.84, c * RADIUS * 0.84, z],
        [Math.sin(d) * RADIUS, Math.cos(d) * RADIUS, z],
        0.05,
        shade(color, 0.8),
      );
      if (z > 0)
        for (const k of [0.35, 0.6, 0.85])
          to.block(
            isNight ? BULB : SOFT,
            [0.17, 0.17, 0.1],
            [s * RADIUS * k, c * RADIUS * k, z + 0.08],
            BRIGHT_TONES[(i + Math.round(k * 7)) % 6]!,
            0.05,
          );
    }
  }
  for (const a of around(CABINS))
    to.rod(
      LACQUER,
      [Math.sin(a) * RADIUS, Math.cos(a) * RADIUS, -1.1],
      [Math.sin(a) * RADIUS, Math.cos(a) * RADIUS, 1.1],
      0.09,
      shade(color, 0.8),
    );
  for (const [i, a] of around(to.isFar ? 6 : 48).entries())
    to.block(
      isNight ? BULB : SOFT,
      [0.2, 0.2, 0.12],
      [Math.sin(a) * RADIUS, Math.cos(a) * RADIUS, 1.24],
      BRIGHT_TONES[i % 6]!,
      0.06,
    );
}

/** A gondola that hangs from the origin. */
function addCabin(to: Tools, tone: string, isNight: boolean): void {
  to.rod(DULL_METAL, [0, 0, 0], [0, -0.5, 0], 0.06, '#7d838b');
  to.turned(LACQUER, [0.95, -0.62, 0.7, -0.4, 0.1, -0.3, 0, -0.3], tone, undefined, 24);
  to.turned(LACQUER, [0, -2.1, 0.7, -2.06, 0.92, -1.8, 0.94, -1.3, 0.88, -1.26], tone, undefined, 24);
  to.turned(LACQUER, [0.955, -1.56, 0.955, -1.46], '#f6efe0', undefined, 24);
  to.turned(
    isNight ? { emissive: 0.9 } : SOFT,
    [0.84, -1.3, 0.84, -0.62],
    isNight ? '#ffd894' : '#2e3c4a',
    undefined,
    16,
  );
  for (const a of around(6))
    to.rod(
      LACQUER,
      [Math.sin(a) * 0.87, -1.3, Math.cos(a) * 0.87],
      [Math.sin(a) * 0.87, -0.6, Math.cos(a) * 0.87],
      0.05,
      '#f6efe0',
    );
}

function buildCarousel(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const color = toSrgb(actor.color ?? '#c93a3a');
  const key = `${toHex(color)}/${isNight}`;
  const still = craftParts(`ride/carousel/${key}`, detail, (to) => {
    to.turned(LACQUER, [0, 0, 5.4, 0, 5.4, 0.3, 5.2, 0.34, 5.1, 0.5, 0, 0.5], '#8a5a3a', undefined, 40);
    to.turned(LACQUER, [5.42, 0.06, 5.42, 0.24], '#d8b04a', undefined, 40);
  });
  const turning = craftParts(`ride/carousel/top/${key}`, detail, (to) => {
    to.turned(LACQUER, [1.3, 0.5, 1.3, 4.4], '#f2e6c8', undefined, 24);
    for (const [i, a] of around(8).entries()) {
      const [s, c] = [Math.sin(a), Math.cos(a)];
      to.block(POLISHED, [0.8, 2, 0.06], [s * 1.28, 2.6, c * 1.28], '#dfe9f2', 0.05, [0, a, 0]);
      to.block(LACQUER, [1, 0.3, 0.08], [s * 1.3, 3.85, c * 1.3], i % 2 ? '#d8b04a' : shade(color, 1), 0.04, [0, a, 0]);
    }
    const panels = 20;
    for (let i = 0; i < panels; i++) {
      const a = (i / panels) * Math.PI * 2;
      const tone = i % 2 ? '#f6efe0' : color;
      to.turned(LACQUER, [5.35, 4.5, 3.4, 5.6, 1.4, 6.6, 0.1, 7.6], tone, rotationY(a), 3);
    }
    to.ball(POLISHED, 0.32, [0, 7.75, 0], '#d8b04a');
    to.turned(POLISHED, [0.12, 7.9, 0.05, 8.4, 0, 8.8], '#d8b04a', undefined, 10);
    for (const [i, a] of around(30).entries()) {
      const [s, c] = [Math.sin(a), Math.cos(a)];
      to.block(
        LACQUER,
        [0.98, 0.62, 0.08],
        [s * 5.3, 4.3, c * 5.3],
        i % 2 ? '#f6efe0' : mixColors(color, '#d8b04a', 0.2),
        0.04,
        [0, a, 0],
      );
      to.bead(isNight ? BULB : SOFT, 0.09, [s * 5.38, 4.68, c * 5.38], '#ffe6a0');
    }
  });
  const horses = [0, 1, 2].map((i) =>
    craftParts(
      `ride/horse/${i}`,
      detail === 'far' ? 'far' : 'normal',
      (to) => addHorse(to, ['#f6f1e6', '#b5793f', '#4a3a34'][i]!, BRIGHT_TONES[i]!),
      0.25,
    ),
  );
  return propActor(context, still, {
    animate(t, _travel, add) {
      const turn = t * 0.3;
      add(turning, rotationY(turn));
      for (const [i, a] of around(detail === 'far' ? 5 : detail === 'normal' ? 7 : 10).entries()) {
        const angle = a + turn;
        const bob = 0.22 * Math.sin(t * 2 + i * 2.4);
        add(
          horses[i % 3]!,
          multiply(
            translation(Math.sin(angle) * 4.1, 1.7 + bob, Math.cos(angle) * 4.1),
            rotationY(angle + Math.PI / 2),
          ),
        );
      }
    },
    ...(isNight
      ? { lights: () => [{ position: [0, 3.6, 6] as const, color: [1.9, 1.4, 0.8] as const, radius: 11 }] }
      : {}),
  });
}

/** A wooden horse on its twisted pole, round its own middle, facing +z. */
function addHorse(to: Tools, coat: string, saddle: string): void {
  to.rod(POLISHED, [0, -1.2, 0], [0, 2.8, 0], 0.045, '#d8b04a');
  to.blob(
    LACQUER,
    [
      { kind: 'limb', from: [0, 0.02, -0.42], to: [0, 0, 0.38], radius: [0.25, 0.24] },
      { kind: 'limb', from: [0, 0.1, 0.42], to: [0, 0.55, 0.7], radius: [0.18, 0.12], blend: 0.1 },
      { kind: 'limb', from: [0, 0.58, 0.7], to: [0, 0.42, 0.98], radius: [0.13, 0.08], blend: 0.05 },
      { kind: 'limb', from: [0.12, -0.1, 0.4], to: [0.14, -0.45, 0.68], radius: [0.09, 0.06], blend: 0.06 },
      { kind: 'limb', from: [0.14, -0.45, 0.68], to: [0.14, -0.7, 0.5], radius: [0.06, 0.05], blend: 0.03 },
      { kind: 'limb', from: [-0.12, -0.1, 0.4], to: [-0.14, -0.5, 0.5], radius: [0.09, 0.06], blend: 0.06 },
      { kind: 'limb', from: [-0.14, -0.5, 0.5], to: [-0.14, -0.72, 0.28], radius: [0.06, 0.05], blend: 0.03 },
      {
        kind: 'limb',
        from: [0.13, -0.1, -0.42],
        to: [0.14, -0.46, -0.6],
        radius: [0.11, 0.07],
        mirror: true,
        blend: 0.06,
      },
      {
        kind: 'limb',
        from: [0.14, -0.46, -0.6],
        to: [0.14, -0.8, -0.72],
        radius: [0.065, 0.05],
        mirror: true,
        blend: 0.03,
      },
    ],
    0.075,
    coat,
    0.06,
  );
  to.bar(SOFT, [0, 0.72, 0.7, 0, 0.56, 0.5, 0, 0.3, 0.34], 0.08, '#e8dcc0');
  to.bar(SOFT, [0, 0.1, -0.62, 0, 0, -0.85, 0, -0.4, -0.9], 0.08, '#e8dcc0');
  to.block(LACQUER, [0.46, 0.1, 0.5], [0, 0.23, 0], saddle, 0.05);
  to.block(LACQUER, [0.53, 0.3, 0.3], [0, 0.05, 0], shade(saddle, 0.8), 0.08);
}

/** Height of the track along its oval, 0 … 1. */
const crest = (share: number): number =>
  4.2 + 3.4 * Math.sin(share * Math.PI * 2 + 1.2) + 1.9 * Math.sin(share * Math.PI * 6 + 0.4);
function trackAt(share: number): readonly [number, number, number] {
  const a = share * Math.PI * 2;
  return [Math.sin(a) * 12, Math.max(0.9, crest(share)), Math.cos(a) * 5.5];
}

function buildCoaster(context: ActorContext): Actor {
  const { actor, detail, isNight } = context;
  const color = toSrgb(actor.color ?? '#d8342c');
  const still = craftParts(`ride/coaster/${toHex(color)}/${isNight}`, detail, (to) => {
    const steps = to.isFar ? 18 : to.isHero ? 64 : 40;
    for (const side of [-0.5, 0.5]) {
      const path = Array.from({ length: steps + 1 }, (_, i) => {
        const [x, y, z] = trackAt(i / steps);
        const a = (i / steps) * Math.PI * 2;
        return [x + Math.sin(a) * side, y + side * 0.3, z + Math.cos(a) * side];
      });
      for (let i = 0; i < steps; i++) to.rod(LACQUER, path[i] as never, path[i + 1] as never, 0.13, color);
    }
    for (let i = 0; i < steps; i++) {
      const [x, y, z] = trackAt(i / steps);
      const a = (i / steps) * Math.PI * 2;
      to.block(DULL_METAL, [1.2, 0.1, 0.16], [x, y - 0.16, z], '#d9dde2', 0.02, [0, a + Math.PI / 2, 0]);
      if (i % 2 === 0) {
        to.rod(LACQUER, [x, 0, z], [x, y - 0.1, z], 0.11, '#e6e9ee');
        const [nx, ny, nz] = trackAt((i + 2) / steps);
        if (Math.min(y, ny) > 3)
          to.rod(LACQUER, [x, Math.min(y, ny) * 0.25, z], [nx, Math.min(y, ny) * 0.8, nz], 0.06, '#d3d7dd');
      }
    }
  });
  const cart = craftParts(
    'ride/cart',
    detail === 'hero' ? 'normal' : 'far',
    (to) => {
      to.block(LACQUER, [1.1, 0.6, 1.7], [0, 0.42, 0], '#2f6fc0', 0.2);
      to.block(LACQUER, [0.9, 0.5, 0.2], [0, 0.9, -0.6], '#22304a', 0.08);
      to.block(POLISHED, [0.8, 0.08, 0.08], [0, 0.95, 0.3], '#c9ced6', 0.03);
      for (const x of [-0.25, 0.25]) {
        to.ball(SOFT, [0.17, 0.22, 0.15], [x, 0.95, -0.25], x > 0 ? '#e0a03a' : '#4a9a5a');
        to.ball(SOFT, 0.15, [x, 1.28, -0.25], '#e3b48c');
        for (const s of [-1, 1]) to.rod(SOFT, [x + s * 0.12, 1.05, -0.25], [x + s * 0.16, 1.5, -0.1], 0.05, '#e3b48c');
      }
    },
    0.25,
  );
  return propActor(context, still, {
    animate(t, _travel, add) {
      for (let i = 0; i < 4; i++) {
        const share = t * 0.075 - i * 0.034 + 0.1;
        const [x, y, z] = trackAt(share);
        const [nx, ny, nz] = trackAt(share + 0.004);
        const yaw = Math.atan2(nx - x, nz - z);
        const pitch = -Math.atan2(ny - y, Math.hypot(nx - x, nz - z));
        add(cart, multiply(translation(x, y + 0.12, z), rotationY(yaw), rotationX(pitch)));
      }
    },
  });
}
