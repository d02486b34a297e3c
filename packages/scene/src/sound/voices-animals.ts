import { animal, burst, flat, swell } from './animal-call.ts';

export const bark = animal(
  {
    seconds: 0.19,
    pitchHz: [
      [0, 420],
      [0.2, 560],
      [1, 260],
    ],
    mouthHz: [
      [
        [0, 600],
        [0.25, 1000],
        [1, 560],
      ],
      flat(1900),
    ],
    loudness: burst,
    breath: 0.35,
    rough: [0.3, 70],
    times: [2, 3],
    everySeconds: 0.34,
    restSeconds: 2.6,
  },
  -14,
);
export const meow = animal(
  {
    seconds: 0.8,
    pitchHz: [
      [0, 480],
      [0.3, 760],
      [0.7, 680],
      [1, 470],
    ],
    mouthHz: [
      [
        [0, 500],
        [0.35, 1300],
        [1, 600],
      ],
      [
        [0, 2400],
        [0.4, 2900],
        [1, 1900],
      ],
    ],
    loudness: swell,
    breath: 0.1,
    restSeconds: 3,
  },
  -17,
);
export const roar = animal(
  {
    seconds: 2,
    pitchHz: [
      [0, 70],
      [0.25, 120],
      [0.7, 96],
      [1, 55],
    ],
    mouthHz: [
      [
        [0, 260],
        [0.3, 620],
        [1, 240],
      ],
      [
        [0, 700],
        [0.3, 1400],
        [1, 600],
      ],
      flat(150),
    ],
    loudness: swell,
    breath: 0.45,
    rough: [0.55, 27],
    q: 1.6,
    restSeconds: 3.6,
  },
  -9,
  0.3,
);
export const howl = animal(
  {
    seconds: 2.6,
    pitchHz: [
      [0, 290],
      [0.2, 560],
      [0.7, 540],
      [1, 330],
    ],
    mouthHz: [
      [
        [0, 400],
        [0.25, 620],
        [1, 420],
      ],
      flat(1150),
    ],
    loudness: swell,
    breath: 0.08,
    q: 6,
    restSeconds: 4.2,
  },
  -16,
  0.6,
);
export const moo = animal(
  {
    seconds: 1.6,
    pitchHz: [
      [0, 120],
      [0.3, 160],
      [0.8, 150],
      [1, 105],
    ],
    mouthHz: [
      [
        [0, 230],
        [0.4, 520],
        [1, 330],
      ],
      [
        [0, 700],
        [0.5, 1050],
        [1, 800],
      ],
    ],
    loudness: swell,
    breath: 0.12,
    rough: [0.2, 34],
    restSeconds: 4,
  },
  -15,
);
export const neigh = animal(
  {
    seconds: 1.5,
    pitchHz: [
      [0, 700],
      [0.15, 1150],
      [0.5, 900],
      [1, 380],
    ],
    mouthHz: [
      [
        [0, 1200],
        [0.5, 1600],
        [1, 900],
      ],
      flat(2700),
    ],
    loudness: swell,
    breath: 0.22,
    rough: [0.75, 13],
    q: 2.2,
    restSeconds: 4.5,
  },
  -16,
);
export const baa = animal(
  {
    seconds: 0.9,
    pitchHz: [
      [0, 330],
      [0.3, 370],
      [1, 300],
    ],
    mouthHz: [flat(780), flat(1800)],
    loudness: swell,
    breath: 0.15,
    rough: [0.7, 8.5],
    restSeconds: 3,
  },
  -17,
);
export const oink = animal(
  {
    seconds: 0.28,
    pitchHz: [
      [0, 150],
      [0.5, 240],
      [1, 130],
    ],
    mouthHz: [flat(480), flat(1250)],
    loudness: swell,
    breath: 0.5,
    rough: [0.8, 46],
    times: [2, 4],
    everySeconds: 0.36,
    restSeconds: 2.4,
  },
  -17,
);
export const trumpet = animal(
  {
    seconds: 1.5,
    pitchHz: [
      [0, 300],
      [0.15, 620],
      [0.6, 700],
      [1, 420],
    ],
    mouthHz: [flat(900), flat(1800), flat(3000)],
    loudness: swell,
    breath: 0.2,
    rough: [0.35, 60],
    q: 1.8,
    restSeconds: 4,
  },
  -12,
  0.3,
);
export const cluck = animal(
  {
    seconds: 0.11,
    pitchHz: [
      [0, 420],
      [0.3, 700],
      [1, 480],
    ],
    mouthHz: [flat(1100), flat(2300)],
    loudness: burst,
    breath: 0.3,
    times: [3, 6],
    everySeconds: 0.24,
    restSeconds: 1.1,
  },
  -20,
);
export const quack = animal(
  {
    seconds: 0.24,
    pitchHz: [
      [0, 260],
      [0.3, 290],
      [1, 220],
    ],
    mouthHz: [flat(1250), flat(2500)],
    loudness: burst,
    breath: 0.25,
    rough: [0.5, 85],
    q: 4,
    times: [2, 4],
    everySeconds: 0.32,
    restSeconds: 2.2,
  },
  -18,
);
export const hoot = animal(
  {
    seconds: 0.5,
    pitchHz: [
      [0, 330],
      [0.3, 370],
      [1, 320],
    ],
    mouthHz: [flat(360)],
    loudness: swell,
    breath: 0.04,
    q: 8,
    times: [2, 3],
    everySeconds: 0.62,
    restSeconds: 2.6,
  },
  -18,
  0.5,
);
export const whale = animal(
  {
    seconds: 3.2,
    pitchHz: [
      [0, 130],
      [0.3, 260],
      [0.6, 190],
      [1, 420],
    ],
    mouthHz: [
      [
        [0, 260],
        [0.6, 620],
        [1, 900],
      ],
    ],
    loudness: swell,
    breath: 0.03,
    q: 4,
    restSeconds: 2.4,
  },
  -18,
  0.9,
);
