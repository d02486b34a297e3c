import { type PictureRule, rule } from './picture-rule.ts';

/** A medium is swallowed with the "of" that ties it to what it shows. */
const OF =
  '(?: style)?(?: (?:painting|drawing|illustration|sketch|art|artwork|picture|image|scene|look|photo|photograph|film|movie|animation|render|rendering|aesthetic))?(?: of)?';
const MADE = '(?:in (?:the |an? )?(?:style of )?)?(?:an? )?';

export const STYLE_RULES: readonly PictureRule[] = [
  rule(`${MADE}(?:water ?colou?rs?|aquarelle|gouache|ink wash)${OF}`, { style: 'watercolor' }),
  rule(
    `${MADE}(?:oil (?:painting|on canvas|paint)|oils|impressionist|impressionism|van gogh|monet|rembrandt|baroque|renaissance|acrylic|impasto)${OF}`,
    { style: 'oil' },
  ),
  rule(`${MADE}(?:(?:8|16|32) ?bit|pixel ?art|pixel(?:ated|s)?|retro (?:video )?game)${OF}`, { style: 'pixel' }),
  rule(`${MADE}(?:(?:comic|graphic novel|pop art|cartoon)(?: ?books?| strip)?)${OF}`, { style: 'comic' }),
  rule('half ?tone(?: dots?)?|ben day dots', { style: 'comic' }),
  rule(
    `${MADE}(?:(?:retro|vintage|80s|90s|1980s|1990s|japanese) )?(?:anime|manga|studio ghibli|ghibli|makoto shinkai|cel shad(?:ed|ing))${OF}`,
    { style: 'anime' },
  ),
  rule(
    `${MADE}(?:(?:pencil|charcoal|ink|line|chalk|pen and ink|hand drawn|graphite|crayon|pen)(?: |$)(?:and ink )?(?:sketch(?:ed|es)?|drawing|drawn|art|illustration)|(?:line art|etching|engraving|doodle|linocut|woodcut)|(?:rough |quick )?sketch(?:ed)?)(?: style)?(?: of)?`,
    { style: 'sketch' },
  ),
  rule(
    `${MADE}(?:3 ?d (?:render(?:ed|ing)?|animation|animated|model|cartoon|art|style)|clay(?:mation)?|plasticine|stop motion|pixar|low poly|isometric|blender render|c4d|voxel)${OF}`,
    { style: 'clay' },
  ),
  rule(`(?:${MADE}(?:black and white |monochrome )?(?:film )?noir)${OF}`, { style: 'noir' }),
  rule(
    'black and white(?: (?:photo(?:graph|graphy)?|film|movie|picture|image|portrait|still|shot|footage|style))+(?: of)?|(?:in |shot in )?black and white(?= ?(?:[,.;:!]|$|\\b(?:style|noir)\\b))|in black and white|monochrom(?:e|atic)|greyscale|grayscale|silent film',
    { style: 'noir' },
  ),
  rule(
    `${MADE}(?:cinematic|cinematography|movie still|film still|blockbuster|hollywood|anamorphic|epic movie)(?: (?:shot|scene|light|lighting|look|style|still|film|photo|grade|video|footage|composition|view|feel|quality))*(?: of)?`,
    { style: 'cinematic' },
  ),
  rule(
    '(?:photo ?realistic|hyper ?realistic|realistic|natural) (?:style|photo(?:graph)?|image|picture|look)(?: of)?|photo ?realism',
    { style: 'natural' },
  ),
];
