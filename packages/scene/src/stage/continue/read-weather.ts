import type { Scene } from '../../scene.ts';

/** "The rain stops" speaks of rain, and means the opposite. */
const CLEARING: readonly RegExp[] = [
  /\b(?:rain|snow|snowfall|storm|fog|mist|clouds?|weather) (?:stops?|ends?|clears?|lifts?|eases|passes|is over|part|disperses?)\b|\bsky clears\b/,
  /(?:regen|schnee|sturm|nebel|gewitter)\S* (?:hört auf|endet|lässt nach|lichtet sich|zieht ab|verzieht sich)|klart auf/,
  /(?:pluie|neige|orage|tempête|brouillard)\S* (?:s'arrête|cesse|se dissipe|se lève)/,
  /(?:deja|para|cesa|termina) de (?:llover|nevar)|(?:lluvia|nieve|tormenta|niebla) (?:para|cesa|termina|se disipa)/,
  /smette di (?:piovere|nevicare)|(?:pioggia|neve|tempesta|nebbia) (?:smette|cessa|finisce|si dirada)/,
  /para de (?:chover|nevar)|(?:chuva|neve|tempestade|neblina) (?:para|cessa|passa)/,
  /(?:дождь|снег|гроза|буря|туман) (?:прекраща|стиха|заканчива|рассеива|проходит)/,
  /(?:雨|雪|嵐|霧)が(?:止|や|上が|晴)|(?:雨|雪|暴风雨)停|雾散|(?:비|눈|폭풍)[가이]? ?그[치친]|안개가 걷/,
];
/** Said by a verb, which readers of pictures do not look for. */
const VERBS: readonly (readonly [Scene['weather'], RegExp])[] = [
  ['rain', /\bit (?:\w+ly )?rains\b|\bregnet|\bregnen\b|\bpleut|pleuvoir|\bllueve|\bllover|\bpiove|\bchover?\b/],
  ['snow', /\bit (?:\w+ly )?snows\b|\bschnei(?:t|en)\b|\bil neige|\bneiger\b|\bnieva|\bnevar\b|\bnevica/],
  ['storm', /\bit thunders\b|\bdonnert|\bgewittert|\btruena|\btuona|\btroveja/],
];

/** @param text In small letters. @returns The weather that comes, where it is told otherwise than by naming it. */
export function weatherIn(text: string): Scene['weather'] | undefined {
  if (CLEARING.some((words) => words.test(text))) return 'clear';
  return VERBS.find(([, words]) => words.test(text))?.[0];
}
