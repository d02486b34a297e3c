import type { SoundKind } from '../../scene.ts';
import type { SoundCue } from '../../sound/cue.ts';
import type { EditWeather } from '../operation.ts';
import type { ToolContext, ToolMaker } from '../tool.ts';
import { overcastColor, snowLightColor, stormColor, sunnyColor } from './grade/looks.ts';
import { saturate } from './grade/tone.ts';
import { type Air, clearAir, makeAir } from './weather/air.ts';
import { driftingDust, type Falling, rainWith, snowfall, sparksRising, tumbling } from './weather/falling.ts';
import { drawBolt, flashAt, strikesWithin } from './weather/lightning.ts';
import { drawSplashes, landingSpots } from './weather/splash.ts';

interface WeatherPlan {
  /** Absent: the picture stays as it is but for what falls. */
  readonly air?: Air;
  readonly falling: readonly Falling[];
  readonly splashes?: boolean;
  readonly lightning?: boolean;
  /** What is heard throughout, and how loud, 0 to 1. */
  readonly sounds: readonly (readonly [SoundKind, number])[];
}

const GREY_CLOUDS = { dark: [0.42, 0.45, 0.49], light: [0.66, 0.69, 0.73], cover: 1, speed: 0.7 } as const;

const PLANS: Readonly<Record<EditWeather, WeatherPlan>> = {
  rain: {
    air: {
      color: overcastColor,
      clouds: { ...GREY_CLOUDS, dark: [...GREY_CLOUDS.dark], light: [...GREY_CLOUDS.light] },
      haze: { color: [0.6, 0.64, 0.69], far: 0.34, near: 0.04, banks: 0.25 },
    },
    falling: [rainWith(0.1)],
    splashes: true,
    sounds: [['rain', 0.62]],
  },
  storm: {
    air: {
      color: stormColor,
      clouds: { dark: [0.13, 0.145, 0.18], light: [0.36, 0.385, 0.43], cover: 1.1, speed: 2.2 },
      haze: { color: [0.3, 0.33, 0.38], far: 0.36, near: 0.05, banks: 0.4 },
    },
    falling: [rainWith(0.34)],
    splashes: true,
    lightning: true,
    sounds: [
      ['rain', 0.75],
      ['wind', 0.5],
    ],
  },
  snow: {
    air: {
      color: snowLightColor,
      clouds: { dark: [0.68, 0.71, 0.75], light: [0.85, 0.875, 0.9], cover: 1, speed: 0.35 },
      haze: { color: [0.86, 0.885, 0.92], far: 0.42, near: 0.05, banks: 0.3 },
    },
    falling: [snowfall],
    sounds: [['wind', 0.22]],
  },
  fog: {
    air: {
      color: (color) => saturate(color, 0.82),
      clouds: { dark: [0.72, 0.74, 0.77], light: [0.82, 0.84, 0.86], cover: 1.1, speed: 0.2 },
      haze: { color: [0.8, 0.82, 0.845], far: 0.93, near: 0.2, banks: 0.5 },
    },
    falling: [],
    sounds: [['wind', 0.12]],
  },
  clouds: {
    air: {
      color: (color) => {
        saturate(color, 0.94);
        for (let c = 0; c < 3; c++) color[c] = color[c]! * 0.94;
      },
      clouds: { dark: [0.66, 0.7, 0.77], light: [0.98, 0.985, 1], cover: 0.52, speed: 0.9 },
    },
    falling: [],
    sounds: [['wind', 0.14]],
  },
  sun: {
    air: {
      color: sunnyColor,
      clear: { top: [0.16, 0.43, 0.86], bottom: [0.68, 0.86, 1], share: 0.72 },
      sun: { x: 0.86, y: -0.04 },
    },
    falling: [],
    sounds: [['birds', 0.22]],
  },
  wind: {
    air: {
      color: (color) => saturate(color, 0.95),
      haze: { color: [0.8, 0.76, 0.68], far: 0.14, near: 0.02, banks: 0.9 },
    },
    falling: [
      driftingDust,
      tumbling({
        count: 34,
        colors: [
          [150, 120, 60],
          [118, 128, 62],
          [172, 132, 74],
        ],
        size: 7,
        slender: 0.42,
        wind: 2.4,
        speed: 0.42,
      }),
    ],
    sounds: [['wind', 0.7]],
  },
  petals: {
    falling: [
      tumbling({
        count: 120,
        colors: [
          [255, 214, 226],
          [252, 190, 210],
          [255, 230, 236],
          [244, 168, 194],
        ],
        size: 6.5,
        slender: 0.62,
        wind: 0.28,
        speed: 0.15,
      }),
    ],
    sounds: [['wind', 0.1]],
  },
  leaves: {
    falling: [
      tumbling({
        count: 80,
        colors: [
          [214, 122, 32],
          [188, 74, 26],
          [226, 166, 48],
          [150, 88, 36],
          [200, 50, 30],
        ],
        size: 9.5,
        slender: 0.5,
        wind: 0.34,
        speed: 0.2,
      }),
    ],
    sounds: [['wind', 0.24]],
  },
  sparks: {
    falling: [sparksRising],
    sounds: [['fire', 0.26]],
  },
};

/** Rain, snow and whatever else falls or drifts, with the light and the air that belong to it, and its sound. */
export const makeWeather: ToolMaker<'weather'> = ({ weather, strength }, context) => {
  const amount = Math.min(1, Math.max(0, strength));
  if (amount === 0) return { apply: () => undefined };
  const { survey, random } = context;
  const plan = PLANS[weather];
  const seed = Math.floor(random.fork('weather').next() * 2 ** 31);
  const air = plan.air && makeAir(context, plan.air, amount);
  const around = air?.around ?? clearAir(survey);
  const isStill = survey.frames.length <= 1;
  const { ground, water } = survey.representative.sight.regions;
  const spots = plan.splashes ? landingSpots([ground, water], survey, seed) : [];
  const strikes = plan.lightning ? (isStill ? [-0.03] : strikesWithin(survey.durationSeconds, seed)) : [];
  return {
    cues: isStill ? [] : cuesOf(plan, context, amount, strikes, seed),
    apply(frame, moment) {
      const strike = strikes.findLastIndex((at) => at <= moment.seconds);
      const since = strike < 0 ? Number.POSITIVE_INFINITY : moment.seconds - strikes[strike]!;
      const flash = flashAt(since) * amount;
      air?.paint(frame, moment, flash * 0.8);
      const brush = { frame, around };
      if (flash > 0.02 && since < 0.34) drawBolt(brush, strike, Math.min(1, flash * 1.6), seed);
      if (spots.length > 0) drawSplashes(brush, spots, survey, moment, amount, seed);
      for (const fall of plan.falling) fall(brush, moment.seconds, amount, seed);
      return { x: 0, y: 0, width: frame.width, height: frame.height };
    },
  };
};

function cuesOf(
  { sounds }: WeatherPlan,
  { survey }: ToolContext,
  amount: number,
  strikes: readonly number[],
  seed: number,
): SoundCue[] {
  const ambience = sounds.map(
    ([kind, gain]): SoundCue => ({
      kind,
      startSeconds: 0,
      durationSeconds: survey.durationSeconds,
      gain: gain * (0.4 + 0.6 * amount),
      pan: 0,
    }),
  );
  const thunder = strikes.map((at, index): SoundCue => {
    const startSeconds = at + 0.35 + (index % 3) * 0.25;
    return {
      kind: 'thunder',
      startSeconds,
      durationSeconds: Math.max(0.5, Math.min(4, survey.durationSeconds - startSeconds)),
      gain: 0.95 * amount,
      pan: (seed % 7) / 7 - 0.4,
    };
  });
  return [...ambience, ...thunder.filter(({ startSeconds }) => startSeconds < survey.durationSeconds - 0.3)];
}
