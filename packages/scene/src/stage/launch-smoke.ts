import { type PointLight, type Rgb, SPRITE_STRIDE, type Sprites, type Vec3 } from '@openimagine/render';
import type { Random } from '../random.ts';
import type { StagedSequel } from './continue/sequel.ts';
import { type LaunchPlan, planLaunch } from './launch-plan.ts';
import { clamp, hash, mix, mixRgb, smoothstep } from './matrix.ts';
import type { Traveller } from './pose.ts';

export interface LaunchSmoke {
  at(seconds: number): { readonly sprites: readonly Sprites[]; readonly lights: readonly PointLight[] };
}

const SKIRT_PUFFS = 280;
/** Of the dust that rolls on over the plain, thin and in the plain's own colour. */
const ROLLING_PUFFS = 90;
const TRAIL_PUFFS = 130;

/** The exhaust of every launching rocket: a skirt of dust, a column that stays where it was left, flame and its light. */
export function createLaunchSmoke(
  travellers: readonly Traveller[],
  random: Random,
  durationSeconds: number,
  sequels: readonly StagedSequel[] = [],
): LaunchSmoke {
  const rockets = travellers.filter(
    ({ placed: { actor } }) =>
      actor.motion.kind === 'launch' && !/^(?:copter|airplane|balloon|airship|person)$/.test(actor.kind),
  );
  const plumes = rockets.map(({ placed }, index) => {
    const { height, width } = placed.built.bounds;
    const words = [placed.actor.word, ...placed.actor.attributes].join(' ').toLowerCase();
    const isCrystal = /cryst|glow|neon|magic|plasma/.test(words);
    return createPlume({
      foot: placed.position,
      height,
      width,
      plan: planLaunch(durationSeconds, height, placed.actor.motion.speed, sequels),
      flame: isCrystal ? [0.3, 0.85, 1] : [1, 0.5, 0.16],
      salt: Math.floor(random.fork(String(index)).next() * 1e6),
    });
  });
  return {
    at(seconds) {
      const each = plumes.map((plume) => plume(seconds));
      return { sprites: each.flatMap((item) => item.sprites), lights: each.flatMap((item) => item.lights) };
    },
  };
}

interface PlumeOptions {
  readonly foot: Vec3;
  readonly height: number;
  readonly width: number;
  readonly plan: LaunchPlan;
  readonly flame: Rgb;
  readonly salt: number;
}

function createPlume(options: PlumeOptions): (seconds: number) => { sprites: Sprites[]; lights: PointLight[] } {
  const { foot, height, plan, flame } = options;
  return (seconds) => {
    const thrust = plan.thrustAt(seconds);
    const climb = plan.heightAt(seconds);
    const flood = floodlights(options, climb);
    if (seconds <= plan.ignitionSeconds) return { sprites: [], lights: flood };
    const away = plan.beyond?.awayAt(seconds) ?? 0;
    const nozzle: Vec3 = [foot[0], foot[1] + climb + height * 0.07, foot[2] - away];
    const lightPosition: Vec3 = [nozzle[0], nozzle[1] - height * 0.1, nozzle[2]];
    const glow = mixRgb(flame, [1, 1, 1], 0.25);
    const strength = thrust * 9;
    return {
      lights: [
        ...flood,
        {
          position: lightPosition,
          color: [glow[0] * strength, glow[1] * strength, glow[2] * strength],
          radius: height * 4.2,
        },
      ],
      sprites: [
        rolling(options, seconds, lightPosition),
        skirt(options, seconds, lightPosition),
        trail(options, seconds, nozzle, lightPosition),
        ...wake(options, seconds),
        ...star(options, seconds, nozzle),
        jet(options, seconds, nozzle, thrust),
        flare(options, seconds, nozzle, thrust),
      ],
    };
  };
}

/** Two lamps before the pad, one warm and one cool: the hull stands out of the dark before the engine starts. */
function floodlights({ foot, height }: PlumeOptions, climb: number): PointLight[] {
  const share = Math.exp(-climb / (height * 0.5));
  if (share < 0.02) return [];
  const lamp = (x: number, color: Rgb): PointLight => ({
    position: [foot[0] + x * height, foot[1] + height * 0.32, foot[2] + height * 0.75],
    color: [color[0] * share, color[1] * share, color[2] * share],
    radius: height * 1.7,
  });
  const power = height * 0.55;
  return [lamp(-0.6, [power, power * 0.82, power * 0.66]), lamp(0.75, [power * 0.32, power * 0.44, power * 0.66])];
}

/** Rust of the plain, where no light of the flame reaches. */
const DUST: Rgb = [0.26, 0.125, 0.095];

/**
 * Dust that rolls outward over the ground. Every puff keeps its number from the first moment to the last, unborn ones
 * unseen, because the renderer's noise hangs on the number; they are sorted once by where they end, far side first.
 */
function skirt({ foot, height, plan, flame, salt }: PlumeOptions, seconds: number, lightPosition: Vec3): Sprites {
  const span = plan.liftOffSeconds - plan.ignitionSeconds + 2.4;
  const fading = Math.exp(-plan.heightAt(seconds) / (height * 1.4));
  const data = new Float32Array(SKIRT_PUFFS * SPRITE_STRIDE);
  skirtOrder(salt).forEach((i, slot) => {
    const birth = plan.ignitionSeconds + (i / SKIRT_PUFFS) ** 0.95 * span;
    const age = seconds - birth;
    if (age <= 0) return;
    const angle = hash(i, salt) * Math.PI * 2;
    const reach = height * (0.3 + 1.4 * hash(i, salt + 1) ** 1.5) * (1 - Math.exp(-age * 0.7)) + height * 0.05;
    const radius = height * (0.05 + 0.17 * (1 - Math.exp(-age * 0.5))) * (0.6 + 0.7 * hash(i, salt + 2));
    const y = radius * 0.5 + height * 0.045 * age * hash(i, salt + 3) ** 2;
    // What rolled far is thin: a lone dark puff would be seen as the disc that it is.
    const alpha =
      (0.5 * smoothstep(0, 0.4, age) * (1 - smoothstep(3, 9.5, age))) / (1 + (reach / (height * 0.85)) ** 3);
    const lit = Math.exp(-((reach / (height * 0.5)) ** 1.5)) * (0.2 + 0.8 * fading) * (age < 6 ? 1 : 0.6);
    const tint = mixRgb(DUST, [0.55 + flame[0] * 0.7, 0.6 + flame[1] * 0.55, 0.6 + flame[2] * 0.6], lit);
    const place: Vec3 = [foot[0] + Math.sin(angle) * reach, foot[1] + y, foot[2] + Math.cos(angle) * reach * 0.8];
    data.set([...place, radius, hash(i, salt + 4) * 6.3 + age * 0.1, ...tint, alpha, 0, 0, 0], slot * SPRITE_STRIDE);
  });
  return { shape: 'puff', blend: 'alpha', count: SKIRT_PUFFS, data, lightPosition };
}

/** The wave of dust that the launch drives over the plain, far beyond the light of its flame; far puffs first. */
function rolling({ foot, height, plan, flame, salt }: PlumeOptions, seconds: number, lightPosition: Vec3): Sprites {
  const data = new Float32Array(ROLLING_PUFFS * SPRITE_STRIDE);
  const span = plan.liftOffSeconds - plan.ignitionSeconds + 1.6;
  for (let i = 0; i < ROLLING_PUFFS; i++) {
    // From the far half of the ring to the near one, so that none needs to be sorted.
    const angle = Math.PI * (1 - (i + hash(i, salt + 30)) / ROLLING_PUFFS) * (i % 2 === 0 ? 1 : -1);
    const age = seconds - plan.ignitionSeconds - 0.25 - hash(i, salt + 31) * span;
    if (age <= 0) continue;
    const reach = height * (0.75 + 1.9 * hash(i, salt + 32)) * (1 - Math.exp(-age * 0.5));
    const radius = height * (0.1 + 0.2 * (1 - Math.exp(-age * 0.4))) * (0.7 + 0.6 * hash(i, salt + 33));
    const alpha = 0.3 * smoothstep(0, 0.9, age) * (1 - smoothstep(4.5, 11, age));
    const lit = 0.3 * Math.exp(-reach / height) * Math.exp(-plan.heightAt(seconds) / (height * 2.2));
    const tint = mixRgb([0.34, 0.15, 0.105], [0.5 + flame[0] * 0.5, 0.5 + flame[1] * 0.5, 0.5 + flame[2] * 0.5], lit);
    const place: Vec3 = [
      foot[0] + Math.sin(angle) * reach * 1.25,
      foot[1] + radius * 0.42 + height * 0.012 * age,
      foot[2] + Math.cos(angle) * reach * 0.6 - height * 0.1,
    ];
    data.set([...place, radius, hash(i, salt + 34) * 6.3 + age * 0.06, ...tint, alpha, 0, 0, 0], i * SPRITE_STRIDE);
  }
  return { shape: 'puff', blend: 'alpha', count: ROLLING_PUFFS, data, lightPosition };
}

/** The bar of light that a wide lens draws through a flame too bright for it. */
function flare({ height, flame, plan }: PlumeOptions, seconds: number, nozzle: Vec3, thrust: number): Sprites {
  const strength = thrust * (0.5 + 0.5 * smoothstep(0, height * 0.6, plan.heightAt(seconds)));
  const long = height * 1.5 * (0.94 + 0.06 * Math.sin(seconds * 29));
  const tint = mixRgb(flame, [0.7, 0.75, 1], 0.4);
  const bar = (share: number, thick: number, alpha: number): number[] =>
    [-1, 1].flatMap((side) => [
      ...[nozzle[0], nozzle[1] - height * 0.02, nozzle[2]],
      ...[height * thick, 0, ...tint, alpha * strength, side * long * share, 0, 0],
    ]);
  const data = new Float32Array([...bar(1, 0.003, 0.3), ...bar(0.45, 0.006, 0.4)]);
  return { shape: 'streak', blend: 'add', count: data.length / SPRITE_STRIDE, data };
}

const orders = new Map<number, readonly number[]>();

function skirtOrder(salt: number): readonly number[] {
  let order = orders.get(salt);
  if (!order) {
    const depth = (i: number): number => Math.cos(hash(i, salt) * Math.PI * 2) * (0.3 + 1.4 * hash(i, salt + 1) ** 1.5);
    order = Array.from({ length: SKIRT_PUFFS }, (_, i) => i).sort((a, b) => depth(a) - depth(b));
    orders.set(salt, order);
  }
  return order;
}

/** The column: each puff stays where the nozzle was at its birth, swells and is torn by the wind. */
function trail(
  { foot, height, plan, flame, salt }: PlumeOptions,
  seconds: number,
  nozzle: Vec3,
  lightPosition: Vec3,
): Sprites {
  const data = new Float32Array(TRAIL_PUFFS * SPRITE_STRIDE);
  for (let i = 0; i < TRAIL_PUFFS; i++) {
    const level = (plan.summit * (i + hash(i, salt + 9))) / TRAIL_PUFFS;
    const age = seconds - plan.passes(level);
    if (age <= 0) continue;
    const y = foot[1] + level + height * 0.03;
    const gap = nozzle[1] - y;
    const radius = height * (0.05 + 0.11 * (1 - Math.exp(-age * 0.7))) * (0.7 + 0.6 * hash(i, salt + 5));
    const drift = height * 0.022 * age;
    const alpha =
      0.42 * smoothstep(0, height * 0.2, gap) * Math.exp(-age * 0.12) * (plan.beyond?.smokeAt(seconds) ?? 1);
    const lit = Math.exp(-gap / (height * 0.6));
    const tint = mixRgb([0.3, 0.2, 0.21], [0.7 + flame[0] * 0.5, 0.75 + flame[1] * 0.45, 0.8 + flame[2] * 0.45], lit);
    const place: Vec3 = [
      foot[0] + (hash(i, salt + 6) - 0.5) * radius * 1.1 + Math.sin(level * 0.35 + 1) * drift + drift * 0.4,
      y - drift * 0.3,
      foot[2] + (hash(i, salt + 7) - 0.5) * radius * 1.1,
    ];
    data.set([...place, radius, hash(i, salt + 8) * 6.3 + age * 0.1, ...tint, alpha, 0, 0, 0], i * SPRITE_STRIDE);
  }
  return { shape: 'puff', blend: 'alpha', count: TRAIL_PUFFS, data, lightPosition };
}

/** What is left of a rocket that has gone: a point of light that does not grow smaller. */
function star({ foot, flame, plan }: PlumeOptions, seconds: number, at: Vec3): Sprites[] {
  const bright = plan.beyond?.starAt(seconds) ?? 0;
  if (bright <= 0) return [];
  const away = Math.hypot(at[0] - foot[0], at[1] - foot[1], at[2] - foot[2]);
  const twinkle = 0.85 + 0.15 * Math.sin(seconds * 13);
  const tint = mixRgb(flame, [1.4, 1.4, 1.4], 0.6);
  const point = (radius: number, alpha: number) => [
    ...at,
    radius * away,
    0,
    ...tint,
    alpha * bright * twinkle,
    0,
    0,
    0,
  ];
  return [
    { shape: 'soft', blend: 'add', count: 2, data: new Float32Array([...point(0.0035, 1), ...point(0.014, 0.3)]) },
  ];
}

const WAKE_PUFFS = 70;
/** Seconds between two puffs of the wake. */
const WAKE_EVERY = 0.055;

/** Behind the film's end: a thread that grows thin where the rocket leaves the air. */
function wake({ foot, height, plan, flame, salt }: PlumeOptions, seconds: number): Sprites[] {
  const { beyond } = plan;
  if (!beyond || seconds <= beyond.endSeconds) return [];
  const data = new Float32Array(WAKE_PUFFS * SPRITE_STRIDE);
  for (let i = 0; i < WAKE_PUFFS; i++) {
    const since = WAKE_EVERY * (i + hash(i, salt + 21));
    const age = seconds - beyond.endSeconds - since;
    if (age <= 0) continue;
    const at = beyond.endSeconds + since;
    const radius = height * (0.05 + 0.12 * (1 - Math.exp(-age * 0.6))) * (0.7 + 0.6 * hash(i, salt + 22));
    const thin = 1 - i / WAKE_PUFFS;
    const alpha = 0.34 * thin * smoothstep(0, 0.35, age) * Math.exp(-age * 0.3) * beyond.smokeAt(seconds);
    const lit = Math.exp(-age * 2.5);
    const tint = mixRgb([0.3, 0.2, 0.21], [0.7 + flame[0] * 0.5, 0.75 + flame[1] * 0.45, 0.8 + flame[2] * 0.45], lit);
    const place: Vec3 = [
      foot[0] + (hash(i, salt + 23) - 0.5) * radius,
      foot[1] + plan.heightAt(at) + height * 0.03,
      foot[2] - beyond.awayAt(at),
    ];
    data.set([...place, radius, hash(i, salt + 24) * 6.3 + age * 0.1, ...tint, alpha, 0, 0, 0], i * SPRITE_STRIDE);
  }
  return [{ shape: 'puff', blend: 'alpha', count: WAKE_PUFFS, data }];
}

/** White-hot core, coloured mantle, and sparks that bounce off the ground. */
function jet(
  { foot, height, width, plan, flame, salt }: PlumeOptions,
  seconds: number,
  nozzle: Vec3,
  thrust: number,
): Sprites {
  const data: number[] = [];
  const climb = plan.heightAt(seconds);
  const length = Math.min(height * 0.75, climb + height * 0.12) * (0.9 + 0.1 * Math.sin(seconds * 41));
  const base = Math.min(width * 0.12, height * 0.045);
  for (let i = 0; i < 16; i++) {
    const share = i / 15;
    const wobble = Math.sin(seconds * 37 + i * 1.9) * base * 0.15 * share;
    const heat = mixRgb(
      [1.6, 1.6, 1.6],
      [flame[0] * 1.5, flame[1] * 1.5, flame[2] * 1.5],
      smoothstep(0.05, 0.6, share),
    );
    const alpha = thrust * mix(0.6, 0.04, share);
    data.push(
      nozzle[0] + wobble,
      nozzle[1] - share * length,
      nozzle[2],
      base * mix(1.2, 2.6, share),
      0,
      ...heat,
      alpha,
      0,
      0,
      0,
    );
  }
  const halo = thrust * 0.22;
  data.push(nozzle[0], nozzle[1] - length * 0.25, nozzle[2], height * 0.42, 0, ...flame, halo, 0, 0, 0);
  const low = clamp(1 - climb / (height * 1.2), 0, 1) * thrust;
  if (low > 0) data.push(foot[0], foot[1] + height * 0.03, foot[2], height * 0.5, 0, ...flame, low * 0.3, 0, 0, 0);
  for (let i = 0; i < 26; i++) {
    const age = (seconds * 1.3 + hash(i, salt + 11)) % 1;
    const angle = hash(i, salt + 12) * Math.PI * 2;
    const reach = height * 0.55 * age * (0.4 + hash(i, salt + 13));
    const y = foot[1] + height * 0.3 * age * (1 - age) * hash(i, salt + 14) + 0.05;
    data.push(
      foot[0] + Math.sin(angle) * reach,
      y,
      foot[2] + Math.cos(angle) * reach,
      height * 0.004,
      0,
      ...flame,
      (1 - age) * low,
      0,
      0,
      0,
    );
  }
  return { shape: 'soft', blend: 'add', count: data.length / SPRITE_STRIDE, data: new Float32Array(data) };
}
