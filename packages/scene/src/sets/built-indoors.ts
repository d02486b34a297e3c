import type { Ambient, Fog, Grade, Material, Rgb, Sun, Vec3 } from '@openimagine/render';
import type { SoundCue } from '../sound/cue.ts';
import { createLight } from '../stage/light.ts';
import { mixRgb } from '../stage/matrix.ts';
import { type Lamp, litLamps } from './built-outdoors.ts';
import { ambience } from './mood.ts';
import { buildKit, createKit, type Kit, type Stuff } from './place-kit.ts';
import { addWindowFrame, createOutside, type Opening } from './room-window.ts';
import type { SetInstance } from './scatter.ts';
import type { BuiltSet, SetContext, SetMoment } from './set.ts';

/** The light of a room at an hour: its key, and what comes from all round. */
export interface RoomLight {
  readonly sun: Rgb;
  readonly up: Rgb;
  readonly down: Rgb;
}

export interface IndoorPlan {
  readonly kit: Kit;
  /** Its floor and walls. Without any the set brings them along in `still`. */
  readonly shell?: Shell;
  readonly materials?: Partial<Record<Stuff, Material>>;
  readonly still?: readonly SetInstance[];
  /** Windows in walls that face +z; the sky of the hour stands behind them. */
  readonly windows?: readonly Opening[];
  readonly frameColor?: number;
  readonly lamps?: readonly Lamp[];
  /** True when its lamps burn by day too. */
  readonly isAlwaysLit?: boolean;
  /** By day, and when only the lamps light it. */
  readonly day?: RoomLight;
  readonly evening?: RoomLight;
  /** Towards the key light. Default from above the camera's left. */
  readonly keyFrom?: Vec3;
  readonly shadowRadius?: number;
  readonly groundAt?: BuiltSet['groundAt'];
  readonly focus: BuiltSet['focus'];
  readonly camera: BuiltSet['camera'];
  readonly grade?: Partial<Grade>;
  readonly fog?: Partial<Fog>;
  readonly more?: (seconds: number, on: number) => Partial<SetMoment>;
  readonly cues?: readonly SoundCue[];
}

const DAY: RoomLight = { sun: [0.95, 0.82, 0.62], up: [0.42, 0.43, 0.48], down: [0.3, 0.25, 0.2] };
const EVENING: RoomLight = { sun: [0.42, 0.3, 0.22], up: [0.2, 0.18, 0.25], down: [0.17, 0.12, 0.1] };

/** Puts a room together: daylight by the hour and the weather, lamps when it goes, the world behind the panes. */
export function indoorPlace(context: SetContext, plan: IndoorPlan): BuiltSet {
  const { scene, durationSeconds } = context;
  const light = createLight(scene, durationSeconds);
  const windows = plan.windows ?? [];
  for (const opening of windows) addWindowFrame(plan.kit.trim, opening, plan.frameColor ?? 0xe8e4da);
  const kit = buildKit(plan.kit, plan.materials);
  const shell = plan.shell ? buildShell({ windows, ...plan.shell }, plan.materials) : [];
  const outsides = windows.map((opening) => createOutside(opening, scene));
  const still = [...(plan.still ?? []), ...shell, ...kit.still];
  const [day, evening] = [plan.day ?? DAY, plan.evening ?? EVENING];
  return {
    groundAt: plan.groundAt ?? (() => 0),
    ...(plan.shell ? { walls: plan.shell } : {}),
    focus: plan.focus,
    camera: scene.camera.shot === 'aerial' ? fromAbove(plan) : plan.camera,
    momentAt(seconds): SetMoment {
      const rig = light(seconds);
      const on = plan.isAlwaysLit ? 1 : rig.lamps;
      const mood = (key: keyof RoomLight): Rgb => mixRgb(day[key], evening[key], rig.lamps);
      const more = plan.more?.(seconds, on) ?? {};
      const lit = litLamps(plan.lamps ?? [], seconds, on);
      const ambient: Ambient = { up: mood('up'), down: mood('down') };
      const sun: Partial<Sun> = {
        direction: plan.keyFrom ?? [-0.55, 0.95, 0.75],
        color: mood('sun'),
        softness: 0.25,
        shadowRadius: plan.shadowRadius ?? 5,
      };
      return {
        sun,
        ambient,
        fog: { color: mood('down'), density: 0.002, heightFalloff: 0, ...plan.fog },
        grade: { exposure: 1.06, bloom: 0.3, bloomThreshold: 0.9, saturation: 1.1, contrast: 1.04, ...plan.grade },
        ...more,
        instances: [
          ...still,
          ...kit.litAt(on),
          ...outsides.flatMap((outside) => outside.partsAt(rig)),
          ...(more.instances ?? []),
        ],
        lights: [...lit.lights, ...(more.lights ?? [])],
        sprites: [
          ...outsides.flatMap((outside) => outside.spritesAt(seconds, rig)),
          ...lit.sprites,
          ...(more.sprites ?? []),
        ],
      };
    },
    cues: plan.cues ?? [ambience(context, 'room', 0.16)],
  };
}

/** Under a roof, as high as one can get is below the ceiling, looking down. */
function fromAbove({ camera, shell }: IndoorPlan): BuiltSet['camera'] {
  const [[x, y, z], [tx, , tz]] = [camera.position, camera.target];
  const top = Math.max(y, Math.min((shell?.height ?? 2.7) - 0.3, 6));
  // Steeper than nine degrees, or the stage takes it for an ordinary view and goes above the roof for its own.
  const drop = Math.max(top - 0.4, Math.abs(z - tz) * 0.24);
  return { ...camera, position: [x, top, z], target: [tx, top - drop, tz] };
}

export interface Shell {
  readonly halfWidth: number;
  readonly height: number;
  /** The back wall, and where the floor ends behind the camera. */
  readonly back: number;
  readonly front: number;
  readonly wall: number;
  readonly floor: number;
  readonly ceiling?: number;
  readonly wallStuff?: Stuff;
  readonly floorStuff?: Stuff;
  /** Openings in the back wall, in order from the left; they must not overlap. */
  readonly windows?: readonly Opening[];
}

/** Floor, ceiling and three walls; the side of the camera stays open. None of it takes the key light from the room. */
function buildShell(shell: Shell, materials: IndoorPlan['materials']): SetInstance[] {
  const kit = createKit();
  const { halfWidth: w, height: h, back, front, wall } = shell;
  const walls = kit[shell.wallStuff ?? 'plaster'];
  const floor = kit[shell.floorStuff ?? 'planks'];
  const flat = (from: number, to: number, low: number, high: number): void => {
    if (to - from > 1e-3 && high - low > 1e-3)
      walls.quad([from, low, back], [to, low, back], [to, high, back], [from, high, back], wall, 0.92);
  };
  let left = -w;
  for (const { x, y, halfWidth, halfHeight } of shell.windows ?? []) {
    flat(left, x - halfWidth, 0, h);
    flat(x - halfWidth, x + halfWidth, 0, y - halfHeight);
    flat(x - halfWidth, x + halfWidth, y + halfHeight, h);
    left = x + halfWidth;
  }
  flat(left, w, 0, h);
  walls.quad([-w, 0, front], [-w, 0, back], [-w, h, back], [-w, h, front], wall, 0.85);
  walls.quad([w, 0, back], [w, 0, front], [w, h, front], [w, h, back], wall, 0.85);
  const steps = 8;
  for (let i = 0; i < steps; i++) {
    const [near, far] = [front + ((back - front) * i) / steps, front + ((back - front) * (i + 1)) / steps];
    floor.quad([-w, 0, near], [w, 0, near], [w, 0, far], [-w, 0, far], shell.floor);
  }
  kit.ceiling.quad([-w, h, back], [w, h, back], [w, h, front], [-w, h, front], shell.ceiling ?? 0xe6dfd2, 0.9);
  return buildKit(kit, materials).still.map((part) => ({ ...part, castsShadow: false }));
}
