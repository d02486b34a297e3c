import type { EditLanguage } from './edit-language.ts';

export const GERMAN: EditLanguage = {
  code: 'de',
  cues: /(?<!\p{L})(?:mach(?:e|en)?|füge?|entfern(?:e|en)|lösch(?:e|en)|ersetz(?:e|en)|lass(?:e)?|gib|setz(?:e|en)|färb(?:e|en)|verwandle|wandle|ändere|schreib(?:e)?|bitte|spiel(?:e)?|hinzu(?:fügen)?|schwarz-?wei(?:ß|ss)|zeitlupe|rückwärts|hintergrund|im stil)(?!\p{L})/giu,
  split:
    /\s*[,;]\s*(?:und )?(?:dann )?(?=\p{Ll}|«)|\s+und (?:dann )?(?=(?:mach|füg|entfern|lösch|ersetz|lass|gib|setz|färb|schreib|spiel|verwand|änder)\p{L}*\s)/gu,
  rules: [
    [/.*hintergrund.*(?:unscharf|weichzeichn|verschwommen)/iu, 'blur the background'],
    [/^(?:entferne?n?|lösche?n?)\s+(?:den |bitte )*hintergrund/iu, 'remove the background'],
    [
      /^(?:ersetze?|tausche?|ändere?)\s+(?:den )?hintergrund\s+(?:durch|gegen|in|zu|mit)\s+(.+)$/iu,
      'replace the background with {1}',
    ],
    [/^(?:den )?hintergrund durch (.+) ersetzen$/iu, 'replace the background with {1}'],
    [
      /.*(?:ton|sound|geräusche?|musik|audio)\s*(?:entfernen|ausschalten|weg|aus|stumm)|^(?:schalte|stelle).*stumm|^stumm|^(?:entferne|lösche) (?:den |die |das )?(?:ton|sound|musik|audio)/iu,
      'mute',
    ],
    [/^(?:füge?\s+)?(.*?)(?:geräusche?|klänge)(?:\s+hinzu(?:fügen)?)?$/iu, 'add the sound of {1}'],
    [/.*rückwärts/iu, 'play it backwards'],
    [/.*(?:zeitlupe|langsam|verlangsam|halbe[rn]? geschwindigkeit)/iu, 'slow motion'],
    [/.*zeitraffer/iu, 'timelapse'],
    [/.*(?:doppelt so schnell|doppelte[rn]? geschwindigkeit|beschleunig|schneller)/iu, 'speed it up 2x'],
    [/.*(?:spiegel(?:e|n)?|spiegelverkehrt)/iu, 'flip horizontally'],
    [/^(?:bitte )?(?:entferne?n?|lösche?n?|beseitige)\s+(.+)$/iu, 'remove {1}'],
    [/^(.+)\s+(?:entfernen|löschen|wegmachen)$/iu, 'remove {1}'],
    [
      /^(?:ändere?|mache?|färbe?|male)\s+(?:die farbe (?:von |des |der )?)?(.+?)\s+(?:auf |in |zu |nach )?((?:hell|dunkel)?(?:rot|blau|grün|gelb|orange|weiß|schwarz|grau|braun|rosa|pink|lila|violett|golden|türkis)\p{L}{0,2})$/iu,
      'make {1} {2}',
    ],
    [/^gib\s+((?:der|dem|den|ihr|ihm)(?:\s+\p{L}+)?)\s+(.+)$/iu, 'give {1} {2}'],
    [/^(?:setze?|ziehe?)\s+((?:der|dem|den)\s+\p{L}+|ihr|ihm)\s+(.+?)\s+(?:auf|an|um)$/iu, 'give {1} {2}'],
    [
      /^(?:setze?|stelle?|lege?|platziere?|füge?|kopiere?)\s+(.+?)\s+(?:aus|von)\s+(@\d+@)\s+(?:in|auf)\s+(@\d+@)(?:\s+(?:hinzu|ein))?$/iu,
      'put {1} from {2} into {3}',
    ],
    [
      /^(?:setze?|stelle?|lege?|platziere?|füge?|kopiere?)\s+(.+?)\s+(?:aus|von)\s+(@\d+@)\s+(auf|neben|in|hinter|vor)\s+(.+?)\s+(?:in|aus|von|auf)\s+(@\d+@)(?:\s+(?:hinzu|ein))?$/iu,
      'put {1} from {2} {3} {4} in {5}',
    ],
    [
      /^(?:setze?|stelle?|lege?|platziere?|füge?|kopiere?)\s+(.+?)\s+(?:aus|von)\s+(@\d+@)\s+(auf|neben|in|hinter|vor)\s+(.+?)(?:\s+(?:hinzu|ein))?$/iu,
      'put {1} from {2} {3} {4}',
    ],
    [
      /^(?:setze?|stelle?|lege?|platziere?|füge?)\s+(.+?)\s+(auf|neben|an|in|hinter|vor)\s+(.+?)(?:\s+(?:hinzu|ein))?$/iu,
      'add {1} {2} {3}',
    ],
    [/^füge?\s+((?:der|dem)\s+\p{L}+)\s+((?:ein|eine|einen)\s+.+?)\s+hinzu$/iu, 'give {1} {2}'],
    [/^(?:füge?\s+)?(.+?)\s+(?:hinzu(?:fügen)?|einfügen|ein)$/iu, 'add {1}'],
  ],
  looks: `
black and white = schwarz[- ]?(?:und )?wei(?:ß|ss)
sepia = sepia
anime style = anime|manga
watercolor = aquarell
oil painting = ölgemälde|ölbild|wie gemalt|gemälde
pixel art = pixel
comic book style = comic|cartoon|zeichentrick
pencil sketch = (?:bleistift)?zeichnung|skizze
claymation = knet
film noir = film noir
night = nacht(?!s)|nachts
day = zum tag|tageslicht
sunset = sonnenuntergang|abendrot|abendstimmung|goldene stunde
winter = winter
autumn = herbst
spring time = frühling
summer = sommer
vintage = vintage|retro|alter film|alten film
warmer = wärmer
cooler = kälter|kühler
brighter = heller
darker = dunkler
more vibrant = bunter|kräftiger|farbenfroh
cinematic = filmisch|kinolook|kino
rain = regn(?:en|et)|regen
snow = schnei(?:en|t)|schnee
fog = nebel|neblig
thunderstorm = gewitter|sturm
sunny = sonnig|sonnenschein
falling leaves = fallende blätter|herbstlaub`,
  nouns: `
necklace = halskette, kette, kollier
sunglasses = sonnenbrille*
glasses = brille*
hat = hut, mütze, kappe
top hat = zylinder
crown = krone
earrings = ohrringe, ohrring
scarf = schal
tie = krawatte
bow tie = fliege
beard = bart
mask = maske
headphones = kopfhörer
flower crown = blumenkranz
halo = heiligenschein
balloon = luftballon*, ballon*
woman = frau
her = ihr, ihre, ihren
him = ihm
his = sein, seine, seinen
silver = silbern*, silber
golden = golden*, gold
head = kopf
table = tisch
hair = haare, haar
dress = kleid
shirt = hemd
title = titel
rainbow = regenbogen
background = hintergrund
people = personen, leute, menschen
dark blue = dunkelblau*
light blue = hellblau*
beach = strand
rain = regen
bird = vogel*
waves = meeres, wellen
music = musik`,
};
