import type { Scene, Season, Turn, Weather } from '../scene.ts';

/** How a film begins, where that is not how it goes on, and what turns in it. */
export interface Turning {
  readonly season?: Season;
  readonly weather?: Weather;
  readonly turns: readonly Turn[];
}

const SEASON: Readonly<Record<Season, string>> = {
  spring: 'spring(?:time)?',
  summer: 'summer(?:time)?',
  autumn: 'autumn|fall(?! (?:off|down|over|from|in|into|on|to|of|asleep|apart))',
  winter: 'winter(?:time)?',
};
const SEASONS = Object.keys(SEASON) as Season[];
const ALL =
  /\b(?:(?:all )?(?:the )?four seasons|(?:the )?(?:changing |passing )?seasons (?:change|changing|pass|passing|go by|turn|cycle)|(?:through|across|over) (?:all )?the (?:changing )?(?:four )?seasons|(?:passing|changing|change|cycle) of (?:the )?seasons|through(?:out)? the year|a (?:full |whole )?year passes|changing seasons|season to season|every season)\b/;
const one = `(${SEASONS.map((season) => SEASON[season]).join('|')})`;
const FROM_TO = new RegExp(
  `\\b${one}(?: [a-z]+){0,3}? (?:to|into|turn(?:s|ing)?(?: in)?to|becom(?:es|ing)|chang(?:es|ing)(?: in)?to|transform(?:s|ing)(?: in)?to|giv(?:es|ing) way to|melt(?:s|ing) into|transition(?:s|ing)? (?:in)?to|fad(?:es|ing) (?:in)?to)(?: an?| the)?(?: [a-z]+){0,2}? ${one}\\b`,
);

const seasonOf = (word: string): Season =>
  SEASONS.find((season) => new RegExp(`^(?:${SEASON[season]})$`).test(word)) ?? 'summer';

/** What weather begins or ends while the film runs: the words, what it was before, what it is then. */
const WEATHERS: readonly (readonly [RegExp, before: Weather | undefined, after: Weather])[] = [
  [
    /\b(?:rain (?:stops|is stopping|ends|clears|lets up)|(?:after|as) the (?:rain|storm) (?:stops|ends|passes|clears)|storm (?:passes|clears|ends|breaks up)|clouds (?:part|clear|break)|sun (?:comes out|breaks through)|sky clears)\b/,
    'rain',
    'clear',
  ],
  [/\b(?:fog|mist) (?:lifts|clears|burns off|rolls away|dissolves|slowly lifts|slowly clears)\b/, 'fog', 'clear'],
  [/\b(?:fog|mist) (?:rolls in|creeps in|moves in|settles|comes in|slowly rolls in)\b/, 'clear', 'fog'],
  [
    /\b(?:(?:a |the |dark )*(?:thunder)?storm (?:rolls in|approaches|moves in|breaks|begins|gathers|hits|arrives|builds|builds up)|(?:sunny|clear|blue)[a-z ]{0,12} (?:to|into) (?:a )?(?:thunder)?storm(?:y)?|storm clouds (?:roll in|gather|move in))\b/,
    'clear',
    'storm',
  ],
  [
    /\b(?:(?:it )?(?:starts|begins|starting|beginning|suddenly starts) (?:to rain|raining|pouring|to pour)|rain (?:starts|begins)(?: to fall| falling)?|(?:first )?(?:rain ?drops|drops of rain) (?:start|begin)|(?:then|suddenly),? (?:it rains|rain falls|heavy rain))\b/,
    'cloudy',
    'rain',
  ],
  [
    /\b(?:(?:it )?(?:starts|begins|starting|beginning) (?:to snow|snowing)|snow (?:starts|begins)(?: to fall| falling)?|(?:first )?snowflakes (?:start|begin)|(?:then|suddenly),? (?:it snows|snow falls))\b/,
    'cloudy',
    'snow',
  ],
];

/** Reads off the English words what season or weather follows what. */
export function readTurns(text: string): Turning {
  const seasons = seasonsIn(text);
  if (seasons.length > 1) {
    const weatherOf = (season: Season): Weather => (season === 'winter' ? 'snow' : 'clear');
    return {
      season: seasons[0]!,
      weather: weatherOf(seasons[0]!),
      turns: seasons.slice(1).map((season, i) => ({
        at: Number(((i + 0.9) / seasons.length).toFixed(3)),
        season,
        weather: weatherOf(season),
      })),
    };
  }
  const found = WEATHERS.find(([words]) => words.test(text));
  if (found === undefined) return { turns: [] };
  const [, before, after] = found;
  return { ...(before === undefined ? {} : { weather: before }), turns: [{ at: 0.42, weather: after }] };
}

function seasonsIn(text: string): Season[] {
  const named = [...text.matchAll(new RegExp(`\\b${one}\\b`, 'g'))].map(([, word]) => seasonOf(word!));
  const distinct = [...new Set(named)];
  if (ALL.test(text)) return distinct.length > 2 ? distinct : SEASONS;
  if (distinct.length > 2) return distinct;
  const pair = FROM_TO.exec(text);
  if (pair === null) return [];
  const [from, to] = [seasonOf(pair[1]!), seasonOf(pair[2]!)];
  return from === to ? [] : [from, to];
}

/** The scene as it is told to begin, with what turns in it. */
export function withTurns(scene: Scene, { season, weather, turns }: Turning): Scene {
  if (turns.length === 0) return scene;
  const later = new Set(turns.map((turn) => turn.weather));
  // Words that name the rain to come have made it rain from the start.
  const isLater =
    weather !== undefined && weather !== scene.weather && (later.has(scene.weather) || season !== undefined);
  const begin =
    isLater || (weather !== undefined && scene.weather === 'clear')
      ? {
          weather: weather!,
          wetGround: weather === 'rain',
          haze: weather === 'fog' ? 0.6 : 0,
          events: scene.events.filter(({ kind }) => kind !== 'lightning'),
          sounds: scene.sounds.filter((kind) => kind !== 'thunder' && (kind !== 'rain' || weather === 'rain')),
        }
      : {};
  return {
    ...scene,
    ...begin,
    ...(season === undefined ? {} : { season }),
    // Blossoms and leaves are those of the trees, each in its time.
    actors:
      season === undefined
        ? scene.actors
        : scene.actors.filter(({ kind, word }) => kind !== 'flower' || !/blossom|leaves|flowers/i.test(word)),
    turns: [...turns],
  };
}
