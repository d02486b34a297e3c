import type { PointLight, Rgb, Sprites, Vec3 } from '@openimagine/render';
import { SPRITE_STRIDE } from '@openimagine/render';
import type { PartInstance } from '../actors/actor.ts';
import { createLight } from '../stage/light.ts';
import { IDENTITY, mixRgb } from '../stage/matrix.ts';
import { createShape, spread } from '../stage/shape.ts';
import { lensFor } from './mood.ts';
import { createFireplace, hasFireplace } from './room-fireplace.ts';
import { addCurtain, addFloorLamp, addPicture, addPlant, addRug, addSideTable } from './room-furniture.ts';
import { ROOM_LIGHT, type RoomStyle, roomStyle } from './room-style.ts';
import { addWindowFrame, createOutside, type Opening } from './room-window.ts';
import { addWorkshop } from './room-workshop.ts';
import type { BuiltSet, SetContext, SetModel, SetMoment } from './set.ts';

/** A living room seen from its open side; for small subjects the camera comes close to a table in it. */
export const room: SetModel = { build: buildRoom };

const WALL_Z = -1.75;
const HALF = 4.4;
const HEIGHT = 3.1;
const WAINSCOT = 0.82;
const TABLE_TOP = 0.76;

function buildRoom(context: SetContext): BuiltSet {
  const { scene, durationSeconds, aspect } = context;
  const style = roomStyle(scene);
  const light = createLight(scene, durationSeconds);
  const opening: Opening = {
    x: style.isTableTop ? (scene.actors.some((actor) => actor.kind === 'window') ? -0.62 : -1.35) : -1.75,
    y: 1.75,
    halfWidth: 0.72,
    halfHeight: 0.82,
    z: WALL_Z,
  };
  const outside = createOutside(opening, scene);
  const { parts, glow, lampAt } = buildParts(style, opening, hasFireplace(scene));
  const glowPart = glow ? [glow] : [];
  const table = style.isTableTop ? TABLE_TOP : 0;
  const fire = style.isTableTop || !hasFireplace(scene) ? undefined : createFireplace(1.15, WALL_Z);
  return {
    groundAt: () => table,
    ...(style.isTableTop ? {} : { walls: { halfWidth: HALF, back: WALL_Z, height: HEIGHT } }),
    focus: {
      position: [0, table, style.isTableTop ? 0.15 : 0],
      halfWidth: style.isTableTop ? 0.75 : 2.6,
      halfDepth: style.isTableTop ? 0.35 : 1.1,
    },
    camera: style.isTableTop
      ? {
          position: [0, TABLE_TOP + 0.42, 1.9],
          target: [0, TABLE_TOP + 0.16, 0.1],
          verticalFovDegrees: lensFor(aspect, 30),
        }
      : { position: [0, 1.3, 5.4], target: [0, 1.0, 0], verticalFovDegrees: lensFor(aspect, 36) },
    momentAt(seconds): SetMoment {
      const rig = light(seconds);
      const on = style.isDark ? 1 : rig.lamps;
      const evening = style.isDark ? ROOM_LIGHT.dark : ROOM_LIGHT.evening;
      const mood = (key: 'sun' | 'up' | 'down' | 'window' | 'lamp'): Rgb =>
        mixRgb(ROOM_LIGHT.day[key], evening[key], on);
      const lights: PointLight[] = [
        {
          position: [opening.x + 0.1, opening.y, WALL_Z + 0.7],
          color: mixRgb(mood('window'), rig.sky.horizon, 0.35),
          radius: 4.6,
        },
      ];
      const lampColor = mood('lamp');
      if (lampAt && lampColor[0] > 0.1)
        lights.push({ position: [lampAt[0], lampAt[1], lampAt[2] + 0.25], color: lampColor, radius: 6.5 });
      return {
        instances: [
          ...parts,
          ...(fire?.parts ?? []),
          ...outside.partsAt(rig),
          ...glowPart.map((part) => ({ ...part, emissive: 0.12 + 0.88 * on })),
        ],
        lights: [...lights, ...(fire?.lightsAt(seconds) ?? [])],
        sprites: [
          ...(fire?.spritesAt(seconds) ?? []),
          ...outside.spritesAt(seconds, rig),
          ...(lampAt && on > 0.1 ? [halo(lampAt, on)] : []),
        ],
        sun: {
          direction: [-0.55, 0.95, 0.75],
          color: mood('sun'),
          softness: 0.3,
          shadowRadius: style.isTableTop ? 2.2 : 4.5,
        },
        ambient: { up: mood('up'), down: mood('down') },
        fog: { color: mood('down'), density: 0.002, heightFalloff: 0 },
        grade: {
          exposure: style.isDark ? 1.25 : 1.06,
          bloom: 0.3,
          bloomThreshold: 0.85,
          vignette: style.isDark ? 0.5 : 0.32,
          saturation: 1.12,
          contrast: 1.04,
        },
      };
    },
    cues: [
      { kind: 'room', startSeconds: 0, durationSeconds, gain: 0.16, pan: 0 },
      ...(fire ? [{ kind: 'fire' as const, startSeconds: 0, durationSeconds, gain: 0.45, pan: 0.25 }] : []),
    ],
  };
}

function buildParts(
  style: RoomStyle,
  opening: Opening,
  hasFire: boolean,
): { parts: PartInstance[]; glow: PartInstance | undefined; lampAt: Vec3 | undefined } {
  const wall = createShape();
  const panel = createShape();
  const floor = createShape();
  const cloth = createShape();
  const rug = createShape();
  const things = createShape();
  const shade = createShape();
  const ceiling = createShape();
  ceiling.quad(
    [-HALF, HEIGHT, WALL_Z],
    [HALF, HEIGHT, WALL_Z],
    [HALF, HEIGHT, 7],
    [-HALF, HEIGHT, 7],
    style.isDark ? 0x4a444c : 0xe6dfd2,
  );
  addWalls(wall, panel, style, opening);
  floor.sheet({ xs: spread(-HALF, HALF, 9), zs: spread(WALL_Z, 7, 10), at: () => 0, paint: () => style.wood });
  addWindowFrame(panel, opening, style.isDark ? 0x6a6468 : 0xe8e6e6);
  const drop = opening.y + opening.halfHeight + 0.32;
  if (style.isWorkshop) addWorkshop(things, cloth, WALL_Z);
  else {
    for (const side of [-1, 1])
      addCurtain(cloth, opening.x + side * (opening.halfWidth + 0.28), WALL_Z + 0.2, 0.58, drop, style.curtain);
    things.tube(
      [
        [opening.x - 1.5, drop, WALL_Z + 0.2],
        [opening.x + 1.5, drop, WALL_Z + 0.2],
      ],
      0.02,
      0x8a6a3a,
      8,
    );
  }
  let lampAt: Vec3 | undefined;
  if (style.isTableTop) addTable(things, style);
  else if (!style.isWorkshop) addRug(rug, [0, 0.012, 0.55], 2.5, 1.5, style.rug);
  if (!style.isBare && !style.isWorkshop) {
    if (!hasFire) {
      addPicture(things, [0.75, 1.78, WALL_Z + 0.05], 0.62, 0.48);
      addPicture(things, [1.5, 1.62, WALL_Z + 0.05], 0.34, 0.42);
    }
    const top = addSideTable(things, [-2.5, 0, -0.45], 0x9a5a2c);
    addPlant(things, [-2.56, top, -0.5], 0.52);
  }
  if (style.hasLamp) lampAt = addFloorLamp(things, shade, [2.45, 0, -0.95]);
  const part = (
    shape: ReturnType<typeof createShape>,
    material: PartInstance['material'],
    castsShadow = true,
  ): PartInstance => ({ mesh: shape.build(), material, matrix: IDENTITY, isStatic: true, castsShadow });
  return {
    lampAt,
    glow: shade.triangleCount > 0 ? part(shade, { emissive: 0.95, wrap: 0.5 }, false) : undefined,
    parts: [
      part(wall, { pattern: 'grain', patternScale: 30 }, false),
      part(panel, { specular: 0.12 }, false),
      // Bounced light from the whole room, which one hemisphere from below does not give.
      part(ceiling, { emissive: style.isDark ? 0.03 : 0.3 }, false),
      part(floor, { pattern: 'planks', patternScale: 5, specular: 0.35, gloss: 40 }, false),
      part(cloth, { wrap: 0.4, pattern: 'fabric', patternScale: 60 }),
      ...(rug.triangleCount > 0
        ? [part(rug, { wrap: 0.3, rim: 0.1, pattern: 'fabric', patternScale: 45 }, false)]
        : []),
      part(things, { specular: 0.14, gloss: 20, wrap: 0.15 }),
    ],
  };
}

/** The back wall round the window's opening, side walls, wainscot and skirting. */
function addWalls(
  wall: ReturnType<typeof createShape>,
  panel: ReturnType<typeof createShape>,
  style: RoomStyle,
  { x, y, halfWidth: w, halfHeight: h }: Opening,
): void {
  const flat = (left: number, low: number, right: number, high: number, color: number, open = 1): void =>
    wall.quad([left, low, WALL_Z], [right, low, WALL_Z], [right, high, WALL_Z], [left, high, WALL_Z], color, open);
  flat(-HALF, 0, x - w, HEIGHT, style.wall);
  flat(x + w, 0, HALF, HEIGHT, style.wall);
  flat(x - w, 0, x + w, y - h, style.wall);
  flat(x - w, y + h, x + w, HEIGHT, style.wall);
  for (const side of [-1, 1]) {
    const corners: [Vec3, Vec3, Vec3, Vec3] = [
      [side * HALF, 0, 7],
      [side * HALF, 0, WALL_Z],
      [side * HALF, HEIGHT, WALL_Z],
      [side * HALF, HEIGHT, 7],
    ];
    if (side < 0) wall.quad(...corners, style.wall, 0.85);
    else wall.quad(corners[1], corners[0], corners[3], corners[2], style.wall, 0.85);
  }
  if (style.isLog) {
    addLogs(panel, style, { x, y, halfWidth: w, halfHeight: h });
    return;
  }
  for (let row = 0; row < (style.isWorkshop ? 0 : 7); row++) {
    for (let column = 0; column < 26; column++) {
      const cx = -HALF + 0.17 + (column + (row % 2) * 0.5) * 0.34;
      const cy = WAINSCOT + 0.22 + row * 0.33;
      if (Math.abs(cx - x) < w + 0.12 && Math.abs(cy - y) < h + 0.12) continue;
      const s = 0.034;
      wall.quad(
        [cx - s, cy, WALL_Z + 0.004],
        [cx, cy - s, WALL_Z + 0.004],
        [cx + s, cy, WALL_Z + 0.004],
        [cx, cy + s, WALL_Z + 0.004],
        style.dots,
      );
    }
  }
  panel.box([0, WAINSCOT / 2, WALL_Z + 0.015], [HALF * 2, WAINSCOT, 0.03], style.panel, { foot: 0.7 });
  panel.box([0, WAINSCOT, WALL_Z + 0.035], [HALF * 2, 0.05, 0.07], style.panel, { bottom: true });
  panel.box([0, 0.07, WALL_Z + 0.035], [HALF * 2, 0.14, 0.05], style.panel);
  for (let i = -9; i <= 9; i++)
    panel.box([i * 0.46, WAINSCOT * 0.52, WALL_Z + 0.034], [0.36, 0.42, 0.012], style.panel);
}

/** Rounded logs one on the other, left out where the window is. */
function addLogs(
  shape: ReturnType<typeof createShape>,
  { wall }: RoomStyle,
  { x, y, halfWidth: w, halfHeight: h }: Omit<Opening, 'z'>,
): void {
  const thick = 0.23;
  const log = (left: number, right: number, at: number, color: number): void => {
    for (const [share, deep] of [
      [1, 0.05],
      [0.72, 0.085],
      [0.4, 0.105],
    ] as const)
      shape.box([(left + right) / 2, at, WALL_Z], [right - left, thick * share - 0.012, deep], color, { bottom: true });
  };
  for (let row = 0; row * thick < HEIGHT; row++) {
    const at = (row + 0.5) * thick;
    const color = wall - (row % 3) * 0x0a0704;
    if (Math.abs(at - y) > h) log(-HALF, HALF, at, color);
    else {
      log(-HALF, x - w, at, color);
      log(x + w, HALF, at, color);
    }
  }
}

function addTable(shape: ReturnType<typeof createShape>, style: RoomStyle): void {
  const [w, d] = [2.4, 1.1];
  for (let board = 0; board < 5; board++) {
    const z = 0.1 - d / 2 + ((board + 0.5) / 5) * d;
    shape.box(
      [0, TABLE_TOP - 0.025, z],
      [w, 0.05, d / 5 - 0.006],
      board % 2 === 0 ? style.wood : style.wood - 0x0a0806,
      { bottom: true },
    );
  }
  for (const x of [-1, 1])
    for (const z of [-0.35, 0.5]) shape.box([x, TABLE_TOP / 2, z], [0.08, TABLE_TOP, 0.08], style.wood);
}

function halo([x, y, z]: Vec3, on: number): Sprites {
  const data = new Float32Array(SPRITE_STRIDE);
  data.set([x, y, z + 0.1, 0.75, 0, 1, 0.7, 0.34, 0.2 * on, 0, 0, 0]);
  return { shape: 'soft', blend: 'add', count: 1, data };
}
