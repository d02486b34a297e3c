import type { Material } from '@openimagine/render';
import { ambience, hasDetail, lensFor } from './mood.ts';
import { boulderMesh } from './plants.ts';
import { type SetInstance, type SpriteSpot, sprites } from './scatter.ts';
import type { SetContext, SetModel, SetMoment } from './set.ts';
import { unit } from './shape.ts';

const ASTEROID: Material = { pattern: 'rock', patternScale: 1.4, specular: 0.05 };

/** Open space: stars, a band of nebula, one hard sun from the side, tumbling rocks far off. There is no ground. */
export const space: SetModel = {
  build(context) {
    const { scene, aspect } = context;
    const asteroids = createAsteroids(context);
    const nebula = nebulaColor(context);
    return {
      groundAt: () => 0,
      focus: { position: [0, 0, 0], halfWidth: 6, halfDepth: 5 },
      camera: { position: [0, 1.6, 12], target: [0, 0.6, 0], verticalFovDegrees: lensFor(aspect, 42) },
      momentAt: (seconds) => ({
        instances: asteroids(seconds),
        lights: [],
        sprites: dustAt(context, seconds),
        sky: {
          zenith: [0.004, 0.005, 0.012],
          horizon: [0.006, 0.006, 0.016],
          ground: [0.004, 0.004, 0.01],
          glow: [0.12, 0.1, 0.08],
          stars: 1,
          nebula,
        },
        sun: { direction: [-0.85, 0.42, 0.5], color: [3.1, 2.85, 2.5], softness: 0.02 },
        ambient: { up: [0.022, 0.026, 0.05], down: [0.03, 0.02, 0.04] },
        fog: { color: [0.004, 0.004, 0.01], density: 0, heightFalloff: 0 },
        grade: { vignette: 0.3 },
      }),
      cues: [
        ambience(context, 'space', 0.7),
        ...(scene.sounds.includes('music') ? [ambience(context, 'music', 0.4)] : []),
      ],
    };
  },
};

function nebulaColor({ scene, random }: SetContext): readonly [number, number, number] {
  if (hasDetail(scene, 'red', 'orange')) return [0.34, 0.1, 0.05];
  if (hasDetail(scene, 'green', 'teal', 'aurora')) return [0.05, 0.26, 0.2];
  if (hasDetail(scene, 'blue')) return [0.05, 0.13, 0.34];
  return random.fork('nebula').pick([
    [0.2, 0.09, 0.32],
    [0.07, 0.14, 0.34],
    [0.27, 0.09, 0.2],
  ]);
}

function createAsteroids(context: SetContext): (seconds: number) => SetInstance[] {
  const random = context.random.fork('asteroids');
  const meshes = Array.from({ length: 3 }, () => boulderMesh(random, [122, 112, 104], 0, 2));
  const many = hasDetail(context.scene, 'asteroid', 'belt', 'debris', 'meteor');
  const rocks = Array.from({ length: many ? 60 : 12 }, () => {
    const side = random.next() < 0.5 ? -1 : 1;
    const z = random.between(-90, many ? -8 : -30);
    return {
      mesh: random.pick(meshes),
      x: side * (6 - z * random.between(0.12, 0.7)),
      y: random.between(-0.3, 0.35) * (10 - z),
      z,
      size: random.between(0.4, 2.4),
      axis: unit([random.between(-1, 1), random.between(-1, 1), random.between(-1, 1)]),
      spin: random.between(-0.35, 0.35),
      phase: random.between(0, 6.28),
      drift: random.between(-0.12, 0.12),
    };
  });
  return (seconds) =>
    rocks.map((rock) => ({
      mesh: rock.mesh,
      material: ASTEROID,
      matrix: tumbled(
        rock.x + rock.drift * seconds,
        rock.y,
        rock.z,
        rock.axis,
        rock.phase + rock.spin * seconds,
        rock.size,
      ),
      castsShadow: false,
    }));
}

/** Turned by an angle about any axis (Rodrigues), scaled and moved. */
function tumbled(
  x: number,
  y: number,
  z: number,
  axis: readonly [number, number, number],
  angle: number,
  size: number,
): Float32Array {
  const [a, b, c] = axis;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const k = 1 - cos;
  return new Float32Array([
    (cos + a * a * k) * size,
    (b * a * k + c * sin) * size,
    (c * a * k - b * sin) * size,
    0,
    (a * b * k - c * sin) * size,
    (cos + b * b * k) * size,
    (c * b * k + a * sin) * size,
    0,
    (a * c * k + b * sin) * size,
    (b * c * k - a * sin) * size,
    (cos + c * c * k) * size,
    0,
    x,
    y,
    z,
    1,
  ]);
}

/** Specks near enough to slide against the stars when the camera moves. */
function dustAt(context: SetContext, seconds: number): SetMoment['sprites'] {
  const random = context.random.fork('dust');
  const spots = Array.from({ length: 140 }, (): SpriteSpot => {
    const bright = random.next() ** 3;
    const warm = random.next();
    return {
      position: [random.between(-30, 30) + seconds * 0.03, random.between(-16, 16), random.between(-44, -8)],
      radius: 0.012 + 0.03 * bright,
      color: [0.5 + 0.4 * warm, 0.6, 0.95 - 0.35 * warm, 0.25 + 0.5 * bright],
    };
  });
  return [sprites('soft', 'add', spots)];
}
