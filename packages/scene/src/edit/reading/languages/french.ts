import type { EditLanguage } from './edit-language.ts';

export const FRENCH: EditLanguage = {
  code: 'fr',
  cues: /(?<!\p{L})(?:écri(?:s|vez|re)|ajoute(?:r|z)?|mets|mettre|mettez|enlève|enlever|supprime(?:r|z)?|retire(?:r|z)?|remplace(?:r|z)?|transforme(?:r|z)?|change(?:r|z)? (?:la|le|les|l)|rends?|fais|faites|donne(?:r|z)?|colorie|arrière-plan|noir et blanc|au ralenti|à l'envers|s'il te plaît|efface(?:r|z)?)(?!\p{L})/giu,
  split:
    /\s*[,;]\s*(?:et )?(?:puis |ensuite )?|\s+(?:et|puis)\s+(?=(?:ajoute|mets|enlève|supprime|retire|remplace|transforme|change|rends|fais|donne|efface|écris)\p{L}*\s)/giu,
  rules: [
    [/.*(?:flou(?:te[rz]?)?).*(?:arrière-plan|fond)|(?:arrière-plan|fond) flou/iu, 'blur the background'],
    [/^(?:supprime|enlève|retire|efface)\p{L}*\s+(?:l'|le )(?:arrière-plan|fond)/iu, 'remove the background'],
    [
      /^(?:remplace|change)\p{L}*\s+(?:l'|le )(?:arrière-plan|fond)\s+(?:par|avec|en|pour)\s+(.+)$/iu,
      'replace the background with {1}',
    ],
    [
      /^(?:coupe|supprime|enlève|retire)\p{L}*\s+(?:le |la )(?:son|musique|audio)|^(?:rends|mets).*(?:muet|muette|sourdine)/iu,
      'mute',
    ],
    [
      /^ajoute\p{L}*\s+(?:le|un|des|du)\s+(?:bruit|son|sons|bruits)\s+(?:de |d'|du |des )?(.+)$/iu,
      'add the sound of {1}',
    ],
    [/.*(?:à l'envers|en arrière|marche arrière)/iu, 'play it backwards'],
    [/.*(?:ralenti|plus lent)/iu, 'slow motion'],
    [/.*(?:accélér|plus vite|deux fois plus rapide|plus rapide)/iu, 'speed it up 2x'],
    [/.*(?:miroir|retourne.*horizontal)/iu, 'flip horizontally'],
    [/^(?:enlève|supprime|retire|efface)\p{L}*\s+(.+)$/iu, 'remove {1}'],
    [
      /^(?:change|mets|rends|peins|colorie|transforme|fais)\p{L}*\s+(?:la couleur (?:de la |du |de l'|des |de ))?(.+?)\s+(?:en )?((?:rouge|bleu|vert|jaune|orange|blanc|blanche|noir|gris|marron|rose|violet|doré|turquoise)\p{L}{0,2})$/iu,
      'make {1} {2}',
    ],
    [/^(?:donne|mets)\p{L}*\s+(.+?)\s+à\s+(.+)$/iu, 'add {1} to {2}'],
    [
      /^(?:ajoute|mets|place|pose|insère)\p{L}*\s+(.+?)\s+(à côté de|devant|derrière|sur|dans|au|à|aux)\s+(.+)$/iu,
      'add {1} {2} {3}',
    ],
    [/^(?:ajoute|mets|insère|place)\p{L}*\s+(.+)$/iu, 'add {1}'],
  ],
  looks: `
black and white = noir et blanc
sepia = sépia
anime style = anime|animé|manga|dessin animé japonais
watercolor = aquarelle
oil painting = peinture(?: à l'huile)?|tableau
pixel art = pixel
comic book style = bande dessinée|bd|cartoon|dessin animé
pencil sketch = croquis|dessin au crayon|crayon
claymation = pâte à modeler
film noir = film noir
night = nuit
day = (?:en|de) jour|plein jour
sunset = coucher (?:de|du) soleil|crépuscule
winter = hiver
autumn = automne
spring time = printemps
summer = été
vintage = vintage|rétro|vieux film
warmer = plus chaud
cooler = plus froid
brighter = plus (?:clair|lumineu)
darker = plus sombre
more vibrant = plus vi(?:f|ve)|couleurs vives
cinematic = cinématographique|cinéma
rain = pleuvoir|pluie|pleut
snow = neiger|neige
fog = brouillard|brume
thunderstorm = orage|tempête
sunny = ensoleillé
falling leaves = feuilles (?:mortes|qui tombent)`,
  nouns: `
necklace = collier
sunglasses = lunettes de soleil
glasses = lunettes
hat = chapeau, casquette, bonnet
crown = couronne
earrings = boucles d'oreilles, boucles d’oreilles
scarf = écharpe, foulard
tie = cravate
bow tie = nœud papillon
beard = barbe
moustache = moustache
mask = masque
headphones = casque audio, écouteurs
flower crown = couronne de fleurs
balloon = ballon
woman = femme, dame
silver = argent, argenté*
golden = or, doré*
head = tête
hair = cheveux
dress = robe
car = voiture
sky = ciel
rainbow = arc-en-ciel
to = à, au, aux
on = sur
next to = à côté de, à côté du
beach = plage
waves = vagues
birds = oiseaux
rain = pluie
background = fond, arrière-plan
people = gens, personnes`,
  adjectivesFollow: true,
};
