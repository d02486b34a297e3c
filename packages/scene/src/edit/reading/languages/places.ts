/**
 * Where something is to be, as nine languages say it: lines of `english = pattern`, the longest places first. What stands
 * for a place is taken out of its clause, and said in English behind it.
 */
const LINES = `
in the top right corner = (?:in (?:der|die) )?(?:obere[nr]? rechte[nr]?|rechte[nr]? obere[nr]?) ecke|(?:oben rechts|rechts oben)(?: in (?:der|die) ecke)?|(?:dans le |en )?(?:coin )?(?:en )?haut (?:à |de |du )?(?:la )?droite?|dans le coin supérieur droit|(?:en |a )?(?:la )?(?:esquina |parte |zona )?superior derecha|arriba a la derecha|(?:nell['’]angolo )?in alto a destra|nell['’]angolo superiore destro|no canto superior direito|em cima à direita|(?:di )?(?:pojok |sudut )?kanan atas|(?:ऊपर दाएं|ऊपर दाईं ओर|दाएं ऊपर)(?: कोने में)?|(?:في )?(?:أعلى اليمين|الزاوية العلوية اليمنى)|в (?:правом верхнем углу|правый верхний угол|верхнем правом углу|верхний правый угол)|справа (?:вверху|сверху)|вверху справа|在?(?:画面|图片|图像|照片|视频|屏幕)?的?右上(?:角|方)?|(?:画面の)?右上(?:の?(?:角|隅|端))?(?:に|へ)?|(?:화면 )?(?:오른쪽|우측) (?:위|상단)(?: ?(?:모서리|구석))?에?
in the top left corner = (?:in (?:der|die) )?(?:obere[nr]? linke[nr]?|linke[nr]? obere[nr]?) ecke|(?:oben links|links oben)(?: in (?:der|die) ecke)?|(?:en )?haut (?:à )?gauche|dans le coin supérieur gauche|(?:en |a )?(?:la )?(?:esquina |parte |zona )?superior izquierda|arriba a la izquierda|(?:nell['’]angolo )?in alto a sinistra|nell['’]angolo superiore sinistro|no canto superior esquerdo|em cima à esquerda|(?:di )?(?:pojok |sudut )?kiri atas|(?:ऊपर बाएं|ऊपर बाईं ओर|बाएं ऊपर)(?: कोने में)?|(?:في )?(?:أعلى اليسار|الزاوية العلوية اليسرى)|в (?:левом верхнем углу|левый верхний угол|верхнем левом углу|верхний левый угол)|слева (?:вверху|сверху)|вверху слева|在?(?:画面|图片|图像|照片|视频|屏幕)?的?左上(?:角|方)?|(?:画面の)?左上(?:の?(?:角|隅|端))?(?:に|へ)?|(?:화면 )?(?:왼쪽|좌측) (?:위|상단)(?: ?(?:모서리|구석))?에?
in the bottom right corner = (?:in (?:der|die) )?(?:untere[nr]? rechte[nr]?|rechte[nr]? untere[nr]?) ecke|(?:unten rechts|rechts unten)(?: in (?:der|die) ecke)?|(?:en )?bas (?:à )?droite|dans le coin inférieur droit|(?:en |a )?(?:la )?(?:esquina |parte |zona )?inferior derecha|abajo a la derecha|(?:nell['’]angolo )?in basso a destra|nell['’]angolo inferiore destro|no canto inferior direito|em baixo à direita|embaixo à direita|в (?:правом нижнем углу|правый нижний угол|нижнем правом углу|нижний правый угол)|справа (?:внизу|снизу)|внизу справа|在?(?:画面|图片|图像|照片|视频|屏幕)?的?右下(?:角|方)?|(?:画面の)?右下(?:の?(?:角|隅|端))?(?:に|へ)?|(?:화면 )?(?:오른쪽|우측) (?:아래|하단)(?: ?(?:모서리|구석))?에?
in the bottom left corner = (?:in (?:der|die) )?(?:untere[nr]? linke[nr]?|linke[nr]? untere[nr]?) ecke|(?:unten links|links unten)(?: in (?:der|die) ecke)?|(?:en )?bas (?:à )?gauche|dans le coin inférieur gauche|(?:en |a )?(?:la )?(?:esquina |parte |zona )?inferior izquierda|abajo a la izquierda|(?:nell['’]angolo )?in basso a sinistra|nell['’]angolo inferiore sinistro|no canto inferior esquerdo|em baixo à esquerda|embaixo à esquerda|в (?:левом нижнем углу|левый нижний угол|нижнем левом углу|нижний левый угол)|слева (?:внизу|снизу)|внизу слева|在?(?:画面|图片|图像|照片|视频|屏幕)?的?左下(?:角|方)?|(?:画面の)?左下(?:の?(?:角|隅|端))?(?:に|へ)?|(?:화면 )?(?:왼쪽|좌측) (?:아래|하단)(?: ?(?:모서리|구석))?에?
in the background = im hintergrund|(?:à|de|dans|en) l['’]arrière-plan|(?:en|del|al|de) (?:el )?fondo|(?:sullo|dallo|nello) sfondo|(?:do|no|ao) fundo|di latar belakang|(?:बैकग्राउंड|पृष्ठभूमि) (?:में से|में|के|से)|(?:في|من) الخلفية|(?:ব্যাকগ্রাউন্ডে(?:র)?|পটভূমিতে|পটভূমির)|پس منظر (?:میں|کے|سے)|на заднем (?:плане|фоне)|背景(?:中|里|里面|上)的?(?=[^，。])|背景(?:にいる|にある|に写っている|に映っている|の(?=人|男|女|車|犬|猫))|배경(?:에 있는|에 보이는|의(?= ?사람))
on the left = (?:ganz )?(?:auf der linken seite|links)|à gauche|de gauche|(?:a|de|en) la izquierda|a sinistra|sulla sinistra|(?:à|da|na) esquerda|слева|在?左(?:边|侧|面)的?|左(?:側)?(?:の|にいる|にある|に)|왼쪽(?:에 있는|의|에)?
on the right = (?:ganz )?(?:auf der rechten seite|rechts)|à droite|de droite|(?:a|de|en) la derecha|a destra|sulla destra|(?:à|da|na) direita|справа|在?右(?:边|侧|面)的?|右(?:側)?(?:の|にいる|にある|に)|오른쪽(?:에 있는|의|에)?
at the bottom = unten|am unteren (?:bild)?rand|en bas|abajo|en la parte inferior|in basso|embaixo|em baixo|na parte inferior|внизу|снизу|在?(?:底部|下方|下面)|(?:画面の)?下(?:部)?に|아래(?:쪽)?에|하단에
at the top = oben|am oberen (?:bild)?rand|en haut|arriba|en la parte superior|in alto|em cima|no topo|na parte superior|вверху|сверху|在?(?:顶部|上方)|(?:画面の)?上部?に(?=«|タイ)|위(?:쪽)?에(?= ?«)|상단에
in the center = in der (?:bild)?mitte|au (?:milieu|centre)(?! d)|en el (?:centro|medio)(?! d)|al centro(?! d)|no (?:centro|meio)(?! d)|в (?:центре|середине)|посередине|在?(?:画面|图片)?(?:的)?(?:正?中间|中央|中心)|(?:画面の)?(?:中央|真ん中)に|(?:화면 )?(?:가운데|중앙)에
`;

const PLACES: readonly (readonly [english: string, pattern: RegExp])[] = LINES.trim()
  .split('\n')
  .map((line) => {
    const at = line.indexOf(' = ');
    return [
      line.slice(0, at),
      new RegExp(`(?<!\\p{L})(?:${line.slice(at + 3)})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`, 'iu'),
    ];
  });
const UNSPACED_PLACES = PLACES.map(
  ([english, { source }]) => [english, new RegExp(source.replace('(?<!\\p{L})', ''), 'iu')] as const,
);

/** Takes the first place out of a clause. @param isUnspaced Words are not set apart by spaces. */
export function takePlace(clause: string, isUnspaced: boolean): { readonly rest: string; readonly place?: string } {
  for (const [place, pattern] of isUnspaced ? UNSPACED_PLACES : PLACES) {
    const match = pattern.exec(clause);
    if (!match) continue;
    const rest = `${clause.slice(0, match.index)} ${clause.slice(match.index + match[0].length)}`
      .replaceAll(/\s+/gu, ' ')
      .trim();
    // The background itself is asked for, or nothing else is said.
    if (!isUnspaced && /^(?:\P{L}*|\p{L}+)$/u.test(rest)) continue;
    return { rest: isUnspaced ? rest.replaceAll(' ', '') : rest, place };
  }
  return { rest: clause };
}
