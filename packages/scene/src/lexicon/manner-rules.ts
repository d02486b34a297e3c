import { kept, type PictureRule, rule } from './picture-rule.ts';

/** How the film's own time runs. */
export const PLAYBACK_RULES: readonly PictureRule[] = [
  rule(
    '(?:in |shot in )?(?:(?:ultra|super|extreme|very) (?:slow(?: |-)?mo(?:tion)?)|(?:240|480|960|1000) ?fps|bullet time|high speed (?:camera|photography|footage))(?: (?:shot|video|footage))?(?: of)?',
    {
      playbackSpeed: 0.2,
    },
  ),
  rule(
    '(?:in |shot in |a )?(?:slow(?: |-)?mo(?:tion)?|slowed down|(?:60|96|100|120) ?fps|time slows down)(?: (?:shot|video|footage|sequence))?(?: of)?',
    {
      playbackSpeed: 0.4,
    },
  ),
  rule('(?:24|25|30) ?fps', {}),
  rule(
    '(?:(?:played|playing|video|shot|filmed|shown|running|film|footage|clip) (?:in )?(?:reverse|backwards?)|in reverse|reversed?(?: (?:motion|playback|video|footage|time|action))|(?:time )?rewind(?:s|ing)?|time (?:runs|flows|goes) backwards?)',
    {
      isReversed: true,
    },
  ),
  rule(
    '(?:in )?(?:an? )?(?:(?:perfect(?:ly)?|seamless(?:ly)?|endless(?:ly)?|infinite(?:ly)?|smooth(?:ly)?|continuous(?:ly)?) )*(?:loop(?:ed|ing|able|s)?(?: (?:video|animation|gif|background|forever|clip|seamlessly))*|cinemagraph|animated gif|gif)(?: of)?',
    {
      isLooped: true,
    },
  ),
];

/** Moods, for music and light. */
export const MOOD_RULES: readonly PictureRule[] = [
  rule(
    '(?:with )?(?:an? )?(?:happy|cheerful|joyful|uplifting|festive|upbeat|warm and (?:happy|friendly)) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone|energy)',
    { mood: 'happy' },
  ),
  rule(
    '(?:with )?(?:an? )?(?:calm|peaceful|serene|tranquil|relaxing|soothing|quiet|cozy|cosy|zen|meditative) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone|ambian?ce)',
    { mood: 'calm' },
  ),
  rule('(?:with )?(?:an? )?(?:romantic|intimate|tender) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone)', {
    mood: 'romantic',
  }),
  rule(
    '(?:with )?(?:an? )?(?:sad|melanchol(?:y|ic)|gloomy|somber|sombre|lonely|nostalgic|wistful|bleak) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone)',
    { mood: 'sad' },
  ),
  rule(
    '(?:with )?(?:an? )?(?:tense|suspenseful|ominous|menacing|threatening|foreboding|gritty) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone)',
    { mood: 'tense' },
  ),
  rule(
    '(?:with )?(?:an? )?(?:eerie|creepy|spooky|haunting|horror|scary|mysterious|dark|unsettling|sinister) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone)',
    { mood: 'eerie' },
  ),
  rule(
    '(?:with )?(?:an? )?(?:epic|heroic|grand|majestic|dramatic|awe[ -]inspiring) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone|scale)',
    { mood: 'epic' },
  ),
  rule(
    '(?:with )?(?:an? )?(?:dreamy|ethereal|surreal|magical|otherworldly|fairy ?tale|fantasy) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone|quality)',
    { mood: 'dreamy' },
  ),
  rule(
    '(?:with )?(?:an? )?(?:playful|funny|whimsical|silly|quirky|humorous|cute) (?:mood|atmosphere|vibes?|feel(?:ing)?|tone)',
    { mood: 'playful' },
  ),
  kept('cheerful|joyful|joyous|festive|celebrat(?:ing|ion)', { mood: 'happy' }),
  kept('romantic', { mood: 'romantic' }),
  kept('melanchol(?:y|ic)|gloomy|somber|sombre|mournful|heartbroken|weeping', { mood: 'sad' }),
  kept('ominous|menacing|suspenseful|foreboding', { mood: 'tense' }),
  kept('eerie|creepy|spooky|haunted|haunting|horror|nightmarish|sinister', { mood: 'eerie' }),
  kept('epic|heroic|awe[ -]inspiring', { mood: 'epic' }),
  kept('dreamy|dreamlike|ethereal|otherworldly', { mood: 'dreamy' }),
  kept('whimsical|playful|playfully|funny|silly|goofy', { mood: 'playful' }),
  kept('peaceful|tranquil|serene', { mood: 'calm' }),
];

/** What prompts carry about their own quality: it says nothing of what is to be seen. */
export const TAIL_RULES: readonly PictureRule[] = [
  rule(
    '(?<=^|[.,;] )(?:(?:an?|my|the) )?(?:(?:candid|travel|fashion|editorial|food|nature|wedding|family|old|vintage|grainy|color|colour|beautiful|stunning|amazing|cool|nice|cute|detailed|high quality|digital|concept|fantasy|sci fi|realistic|professional) )*(?:photos?|photographs?|pictures?|pics?|images?|snapshot|artwork|illustration|wallpaper|digital art|concept art)(?= [.,;]| ?$)',
    {},
  ),
  rule('(?:street|documentary) (?:photos?|photography|photograph)(?: of)?', {}),
  kept('blade runner', { details: ['neon', 'futuristic'] }),
  rule(
    '(?:in )?(?:the )?(?:blade runner|wes anderson|christopher nolan|tim burton|denis villeneuve|kubrick|spielberg|ridley scott|disney|tarantino)(?: (?:style|aesthetic|film|movie|look))?|in the style of [a-z]+(?: [a-z]+)?|lens flares?|anamorphic|motion blur|chromatic aberration|vignette',
    {},
  ),
  rule('(?:--?|–|—)?\\b(?:ar|aspect) \\d+ ?[:,] ?\\d+|\\b(?:stylize|chaos|iw|niji|quality) \\d+', {}),
  rule(
    '(?:(?:ultra|super|highly|extremely|very|insanely|hyper|intricate(?:ly)?|incredibly|crisp|sharp|fine|rich) )*(?:detail(?:ed|s)?(?: (?:textures?|background|environment|face|eyes))?|high resolution|(?:2|4|6|8|10|12|16) ?k(?: (?:uhd|resolution|hdr|quality|video|render|wallpaper))*|uhd|full hd|hdr(?:i)?|1080p|720p|high[ -](?:quality|definition|res|resolution)|best quality|top quality|premium quality|masterpiece|award[ -]winning(?: (?:photo(?:graph(?:y)?)?|photography))?|trending on (?:artstation|behance|deviantart|pixiv)|artstation(?: hq)?|deviantart|behance|cg ?society|unreal engine(?: \\d)?|octane(?: render)?|v ?ray|ray[ -]?trac(?:ed|ing)|global illumination|physically based rendering|pbr|sharp focus|photo ?realistic|hyper ?realistic|hyper ?realism|ultra ?realistic|ultra hd|lifelike|professional(?:ly)? (?:photo(?:graph(?:y)?)?|shot|lighting|color grading|quality)|stock photo(?:graphy)?|national geographic(?: (?:photo|style))?|film grain|colou?r graded|colou?r grading|imax|arri alexa(?: mini)?|red (?:camera|komodo|dragon)(?= [,.;]|$)|shot on (?:film|arri(?: alexa)?|red|iphone(?: \\d+)?|kodak(?: portra)?(?: \\d+)?|35mm(?: film)?)|kodak portra(?: \\d+)?|hasselblad(?: \\w+)?|canon(?: eos)?(?: \\w+)?(?= [,.;]|$)|nikon(?: \\w+)?(?= [,.;]|$)|sony a7\\w*|rule of thirds|golden ratio|symmetrical(?: composition)?|(?:perfect|beautiful|stunning|dynamic|balanced) composition|by (?:greg rutkowski|artgerm|wlop|alphonse mucha|ilya kuvshinov|ross tran|simon stalenhag|craig mullins|loish))',
    {},
  ),
];
