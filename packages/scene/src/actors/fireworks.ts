import type { PointLight, Vec3 } from '@openimagine/render';
import { toLinear } from '../model/color.ts';
import type { SoundCue } from '../sound/cue.ts';
import type { Actor, ActorContext, ActorModel } from './actor.ts';
import { chanceOf, type Sprite, spriteBatch } from './prop.ts';

/** Bursts one after another in a box of forty by thirty metres; each bang is heard as late as its way is long. */
export const fireworks: ActorModel = { gaits: { rise: 0 }, build };

interface Shell {
  readonly seconds: number;
  readonly at: Vec3;
  readonly radius: number;
  readonly color: Vec3;
}

const HUES = ['#ff6a3a', '#4ac3ff', '#ff4fa8', '#ffd34a', '#6aff7a', '#b07aff'];
const CLIMB_SECONDS = 0.7;
const LIFE_SECONDS = 2.4;
const [WIDTH, HEIGHT] = [40, 30];

function build(context: ActorContext): Actor {
  const { actor, durationSeconds, detail } = context;
  const random = context.random.fork('shells');
  const size = actor.size;
  const shells: Shell[] = [];
  // The first is open when the film begins.
  for (let at = -0.5; at < durationSeconds; at += random.between(0.45, 0.9)) {
    const color = toLinear(actor.color ?? random.pick(HUES), 4);
    const radius = random.between(4.5, 7.5);
    shells.push({
      seconds: at,
      at: [
        random.between(-0.5, 0.5) * (WIDTH - 2 * radius),
        random.between(13, HEIGHT - radius),
        random.between(-2, 2),
      ],
      radius,
      color,
    });
  }
  const sparks = detail === 'far' ? 60 : 120;
  const cues: SoundCue[] = shells
    .filter(({ seconds }) => seconds >= 0)
    .map(({ seconds, at, radius }) => ({
      kind: 'fireworks',
      startSeconds: seconds,
      durationSeconds: 2.5,
      gain: 0.5 + radius / 20,
      pan: (at[0] / WIDTH) * 1.2,
      distanceMetres: 120,
    }));
  return {
    bounds: { width: WIDTH * size, height: HEIGHT * size, depth: 16 * size },
    cues,
    poseAt(seconds) {
      const sprites: Sprite[] = [];
      const lights: PointLight[] = [];
      for (const [index, shell] of shells.entries()) {
        const age = seconds - shell.seconds;
        if (age < 0 && age > -CLIMB_SECONDS) sprites.push(...climb(shell, age, size));
        if (age < 0 || age > LIFE_SECONDS) continue;
        sprites.push(...open(shell, age, index, sparks, size));
        const flash = Math.exp(-age * 3.5) * 4;
        lights.push({
          position: [shell.at[0] * size, shell.at[1] * size, shell.at[2] * size],
          color: [shell.color[0] * flash, shell.color[1] * flash, shell.color[2] * flash],
          radius: 40 * size,
        });
      }
      return { parts: [], lights: lights.slice(-3), sprites: [spriteBatch('streak', 'add', sprites)] };
    },
  };
}

function climb({ at, color }: Shell, age: number, size: number): Sprite[] {
  const share = 1 + age / CLIMB_SECONDS;
  const y = at[1] * (1 - (1 - share) ** 2);
  return [
    {
      at: [at[0] * size, y * size, at[2] * size],
      radius: 0.12 * size,
      color,
      alpha: 0.8,
      stretch: [0, -1.6 * (1 - share) * size - 0.2, 0],
    },
  ];
}

function open({ at, radius, color }: Shell, age: number, salt: number, count: number, size: number): Sprite[] {
  const reach = radius * (1 - Math.exp(-age * 2.8));
  const fade = (1 - age / LIFE_SECONDS) ** 1.4;
  const sink = radius * 0.1 * age * age;
  const tail = radius * 0.16 * Math.exp(-age * 1.2);
  const core: Sprite[] = [
    {
      at: [at[0] * size, at[1] * size, at[2] * size],
      radius: radius * 0.5 * size * Math.exp(-age * 4),
      color: [1.5, 1.4, 1.2],
      alpha: Math.exp(-age * 6),
    },
  ];
  const out = Array.from({ length: count }, (_, i): Sprite => {
    const up = 1 - (2 * (i + 0.5)) / count;
    const ring = Math.sqrt(1 - up * up);
    const angle = i * 2.39996 + salt;
    const pace = 0.86 + 0.2 * chanceOf(i, salt);
    const [x, y, z] = [Math.cos(angle) * ring * pace, up * pace, Math.sin(angle) * ring * pace];
    const twinkle = age > 1.1 ? 0.5 + 0.5 * Math.sin(age * 30 + i * 5) : 1;
    return {
      at: [(at[0] + x * reach) * size, (at[1] + y * reach - sink) * size, (at[2] + z * reach) * size],
      radius: 0.17 * size,
      color,
      alpha: fade * twinkle,
      stretch: [-x * tail * size, (-y * tail + sink * 0.2) * size, -z * tail * size],
    };
  });
  return [...core, ...out];
}
