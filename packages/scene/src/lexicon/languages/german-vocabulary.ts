/** Nouns and words in the lines of a language table, several to a line. */
export const GERMAN_NOUNS = `
duck = ente; duckling = entenküken; parrot = papagei; parrots = papageien; swan = schwan; swans = schwäne
goose = gans; geese = gänse; chicken = huhn, henne; chickens = hühner; rooster = hahn; roosters = hähne
chick = küken; penguin = pinguin; eagle = adler; crow = krähe, rabe; seagull = möwe; pigeon = taube; stork = storch
storks = störche; flamingo = flamingo; flamingos = flamingos; peacock = pfau; peacocks = pfauen
hummingbird = kolibri; hummingbirds = kolibris; donkey = esel; goat = ziege; lamb = lamm; lambs = lämmer
sheep = schaf; pig = schwein; cow = kuh; cows = kühe; bull = stier, bulle; deer = hirsch, reh; reindeer = rentier
squirrel = eichhörnchen; hedgehog = igel; mouse = maus; mice = mäuse; tiger = tiger; lion = löwe; leopard = leopard
leopards = leoparden; elephant = elefant; elephants = elefanten; giraffe = giraffe; zebra = zebra; zebras = zebras
hippo = nilpferd, flusspferd; rhino = nashorn; rhinos = nashörner; monkey = affe; gorilla = gorilla
gorillas = gorillas; kangaroo = känguru; kangaroos = kängurus; camel = kamel, dromedar; panda = panda
pandas = pandas; polar bear = eisbär; polar bears = eisbären; bear = bär, braunbär; bears = bären; wolf = wolf
wolves = wölfe; fox = fuchs; foxes = füchse; rabbit = hase, kaninchen; frog = frosch; frogs = frösche
snake = schlange; crocodile = krokodil; lizard = eidechse, echse; dolphin = delfin; whale = wal, blauwal; shark = hai
sharks = haie; octopus = krake, oktopus; jellyfish = qualle; crab = krabbe; seal = seehund, robbe
bee = biene, hummel; spider = spinne; butterfly = schmetterling; dinosaur = dinosaurier; unicorn = einhorn
unicorns = einhörner; mermaid = meerjungfrau, nixe; ghost = gespenst, geist; ghosts = geister
alien = außerirdischer, außerirdische, alien; monster = ungeheuer; fairy = fee; witch = hexe
wizard = zauberer, magier; knight = ritter; king = könig; kings = könige; queen = königin; prince = prinz
princess = prinzessin; pirate = pirat; pirates = piraten; samurai = samurai; soldier = soldat; soldiers = soldaten
police officer = polizist, polizistin; firefighter = feuerwehrmann; doctor = arzt, ärztin; nurse = krankenschwester
teacher = lehrer, lehrerin; student = schüler, schülerin, student, studentin; students = studenten
chef = koch, köchin, küchenchef; chefs = köche; baker = bäcker, bäckerin; waiter = kellner, kellnerin
farmer = bauer, bäuerin, landwirt; farmers = bauern; fisherman = fischer, angler
scientist = wissenschaftler, wissenschaftlerin, forscher; artist = künstler, künstlerin; painter = maler, malerin
musician = musiker, musikerin; singer = sänger, sängerin; dancer = tänzer, tänzerin
ballerina = ballerina, balletttänzerin; clown = clown; clowns = clowns; monk = mönch; cowboy = cowboy
cowboys = cowboys; shepherd = hirte, schäfer; sailor = matrose, seemann; sailors = matrosen
diver = taucher, taucherin; surfer = surfer, surferin; skier = skifahrer, skifahrerin; runner = läufer, läuferin
cyclist = radfahrer, radfahrerin; football player = fußballspieler, fußballer; baby = baby, säugling; babies = babys
grandmother = oma, großmutter; grandfather = opa, großvater; mother = mutter, mama; father = vater, papa
couple = paar, pärchen, liebespaar; family = familie; crowd = menschenmenge, menge
old man = alter_mann, alten_mann, greis; old woman = alte_frau, alten_frau; house = haus, hütte, holzhaus, blockhütte
houses = häuser, hütten; skyscraper = wolkenkratzer, hochhaus; skyscrapers = hochhäuser; building = gebäude
palace = palast; palaces = paläste; cathedral = kathedrale, dom; church = kirche, kapelle; temple = tempel
mosque = moschee; windmill = windmühle, mühle; pyramid = pyramide; barn = scheune; tent = zelt; fence = zaun
fences = zäune; fountain = brunnen, springbrunnen; statue = statue; motorcycle = motorrad; motorcycles = motorräder
scooter = roller, motorroller; truck = lastwagen, lkw; taxi = taxi; taxis = taxis; tram = straßenbahn, tram
tractor = traktor; tractors = traktoren; helicopter = hubschrauber; spaceship = raumschiff
ufo = ufo, fliegende_untertasse; ufos = ufos; submarine = u-boot; canoe = kanu, kajak; canoes = kanus, kajaks
pirate ship = piratenschiff; ship = schiff; fishing boat = fischerboot; skateboard = skateboard
skateboards = skateboards; sled = schlitten; guitar = gitarre; piano = klavier, flügel; violin = geige, violine
drum = trommel, schlagzeug; flute = flöte; trumpet = trompete; saxophone = saxophon, saxofon; book = buch
books = bücher; newspaper = zeitung; letter = brief; clock = uhr, wanduhr; computer = rechner; laptop = notebook
camera = kamera, fotoapparat; cameras = kameras; telescope = teleskop, fernrohr; sword = schwert; swords = schwerter
crown = krone; treasure chest = schatztruhe, truhe; box = kiste, schachtel, karton; basket = korb; baskets = körbe
bottle = flasche; glass = glas, weinglas; glasses = gläser; plate = teller; bowl = schüssel, schale
teapot = teekanne, kanne; bed = bett; beds = betten; armchair = sessel; desk = schreibtisch
bookshelf = bücherregal, regal; bench = bank, parkbank; benches = bänke; carpet = teppich; mirror = spiegel
lantern = laterne; fireplace = kamin; campfire = lagerfeuer; candle = kerze; kite = papierdrachen
flag = flagge, fahne; gift = geschenk; teddy bear = teddybär, teddy; sandcastle = sandburg; snowman = schneemann; snowmen = schneemänner
christmas tree = weihnachtsbaum, tannenbaum; pumpkin = kürbis; pumpkins = kürbisse; shoe = schuh, turnschuh, stiefel
shoes = schuhe; hat = hut; hats = hüte; dress = kleid; dresses = kleider; coat = mantel, jacke; scarf = schal
suit = anzug; kimono = kimono; pizza = pizza; pizzas = pizzen; bread = brot, brötchen; cheese = käse
cake = kuchen, torte; ice cream = eis, speiseeis; coffee = kaffee; tea = tee; wine = wein; soup = suppe
apple = apfel; apples = äpfel; orange fruit = apfelsine; lemon = zitrone; banana = banane; strawberry = erdbeere
cherry = kirsche; grapes = weintrauben, trauben; watermelon = wassermelone; fruit = obst, frucht; fruits = früchte
rose = rose; tulip = tulpe; sunflower = sonnenblume; daisy = gänseblümchen, margerite
lotus = lotus, lotusblume, seerose; cactus = kaktus, kakteen; mushroom = pilz, fliegenpilz; palm tree = palme
pine tree = kiefer, tanne, fichte; oak = eiche; tree = baum; trees = bäume; bush = busch, strauch
bushes = büsche, sträucher; rock = felsen, stein, fels; crystal = kristall; sun = sonne; rainbow = regenbogen
comet = komet; lightning = blitz, blitze`;

export const GERMAN_WORDS = `
pond = teich, weiher, tümpel; rooftop = dach, hausdach, dächer, dächern; road = landstraße, weg, feldweg
highway = autobahn; plaza = platz, stadtplatz, marktplatz; alley = gasse, seitenstraße; street = straße, straßen
old town = altstadt; jungle = dschungel, urwald, regenwald; waterfall = wasserfall, wasserfälle; cave = höhle, grotte
volcano = vulkan; lava = lava; kitchen = küche, küchen; bedroom = schlafzimmer, kinderzimmer
living room = wohnzimmer; bathroom = badezimmer, bad; coffee shop = café, kaffeehaus, cafe, restaurant; office = büro
classroom = klassenzimmer; school = schule; stage = bühne; market = markt, wochenmarkt, basar
harbour = hafen, häfen, fischerhafen; pier = steg, pier; train station = bahnhof, bahnsteig
stadium = stadion, fußballplatz; ruins = ruine, ruinen; bridge = brücke, brücken; farm = bauernhof, farm
village = dorf, dörfer; savanna = savanne; canyon = schlucht, canyon; valley = tal, täler, bergtal
swamp = sumpf, moor; island = insel, inseln; iceberg = eisberg, eisberge; glacier = gletscher
arctic = arktis, antarktis, nordpol; meadow = wiese, wiesen, blumenwiese, weide, alm; grass = gras, rasen
hill = hügel, hügeln; orchard = obstgarten, obstwiese; vineyard = weinberg, weinberge, weingut
spaceship interior = cockpit; laboratory = labor, laboratorium; factory = fabrik; workshop = werkstatt
museum = museum; ballroom = ballsaal, festsaal; hallway = flur, korridor; hospital = krankenhaus; bakery = bäckerei
shop = laden, geschäft; park = park, stadtpark; playground = spielplatz; garden = garten, gärten
greenhouse = gewächshaus; moss = moos, waldmoos; forest = wald, wälder, tannenwald, kiefernwald; bamboo forest = bambuswald
field = feld, felder, acker; wheat field = weizenfeld, kornfeld; sunflower field = sonnenblumenfeld
lavender field = lavendelfeld, lavendelfelder; rice field = reisfeld, reisterrassen; desert = wüste, sahara
oasis = oase; sea = meer, ozean, wellen, welle; beach = strand, sandstrand, ufer_des_meeres; coast = küste, küsten
cliff = klippe, klippen, steilküste, felsküste; lake = bergsee, see, seen; river = fluss, flüsse, bach; canal = kanal
mountains = gebirge, alpen, berge, bergen; snowy mountains = schneebedeckte_berge; city = stadt, städte, großstadt
skyline = skyline, stadtpanorama; futuristic city = zukunftsstadt, futuristische_stadt, futuristischen_stadt
paris = paris; london = london; new york = new_york; tokyo = tokio; venice = venedig; rome = rom; berlin = berlin
moscow = moskau; shanghai = shanghai; beijing = peking; cairo = kairo; mumbai = mumbai; eiffel tower = eiffelturm
great wall of china = chinesische_mauer, chinesischen_mauer; on the moon = auf_dem_mond; mars = auf_dem_mars, mars
space = weltraum, weltall, galaxie; starry sky = sternenhimmel, sternenklarer_himmel
northern lights = polarlicht, polarlichter, nordlicht, nordlichter; underwater = unter_wasser, meeresgrund
coral reef = korallenriff; castle = schloss, burg, schlösser, burgen; throne room = thronsaal
library = bibliothek, bücherei; treasure map = schatzkarte; airport = flughafen; campsite = campingplatz, zeltplatz
sky = himmel; above the clouds = über_den_wolken; temple ruins = tempelruine; puddles = pfütze, pfützen
swimming pool = schwimmbad, pool, schwimmbecken; small = klein*; big = groß*; huge = riesig*, gigantisch*, gewaltig*
tiny = winzig*; tall = hoh*, hoch*; old = alt, alte, alter, altes, alten, altem; ancient = uralt*, antik*; new = neu*
modern = modern*; futuristic = futuristisch*; medieval = mittelalterlich*; wooden = hölzern*, aus_holz
stone = steinern*, aus_stein; glass made = gläsern*, aus_glas; golden = golden*; silver = silbern*, silber
red = rot, rote, roter, rotes, roten, rotem; blue = blau*, hellblau*, dunkelblau*; turquoise = türkis*; green = grün*
pink = rosa, rosafarben*, pink*; purple = lila, violett*; beige = beige*; colorful = bunt*, farbenfroh*, farbig*
glowing = leuchtend*, glühend*; bright = hell, helle, hellen, heller, helles; dark = dunkl*, dunkel*, finster*
snowy = verschneit*, schneebedeckt*; frozen = gefroren*, zugefroren*; wet = nass*, nasse*
foggy = neblig*, nebelverhangen*; rainy = regnerisch*, verregnet*; sunny = sonnig*
happy = glücklich*, fröhlich*, lachend*, lächelnd*; sad = traurig*; lonely = einsam*; angry = wütend*, böse*
cute = süß*, niedlich*; beautiful = schön*, wunderschön*, hübsch*; abandoned = verlassen*, verfallen*
magical = magisch*, zauberhaft*, verzaubert*; mysterious = geheimnisvoll*, mysteriös*; tropical = tropisch*
round = rund*; long = lang, lange, langen, langer, langes; striped = gestreift*; white = weiß*, weiss*
black = schwarz*; yellow = gelb*; orange = orangefarben*, orange*; brown = braun*; gray = grau*
sitting = sitzt, sitzen, sitzend*, saß; standing = steht, stehen, stehend*; lying = liegt, liegen, liegend*
sleeping = schläft, schlafen, schlafend*
walking = geht, gehen, läuft, laufen, laufend*, spaziert, spazieren, wandert, wandern
running = rennt, rennen, rennend*, joggt; flying = fliegt, fliegen, fliegend*
swimming = schwimmt, schwimmen, schwimmend*; diving = taucht, tauchen; dancing = tanzt, tanzen, tanzend*
jumping = springt, springen, springend*, hüpft; playing = spielt, spielen, spielend*
playing football = fußball_spielen, spielt_fußball, spielen_fußball; reading = liest, lesen, lesend*
writing = schreibt, schreibend*; painting a = malt, malen, malend*; eating = isst, essend*, frisst
drinking = trinkt, trinken, trinkend*; cooking = kocht, kochen, kochend*; baking = backt, bäckt, backen
singing = singt, singen, singend*; laughing = lacht, lachen; smiling = lächelt, lächeln
crying = weint, weinen, weinend*; waving = winkt, winken, winkend*; driving = fährt, fahren, fahrend*
riding = reitet, reiten, reitend*; sailing = segelt, segeln, segelnd*
floating = schwebt, schweben, schwebend*, treibt, treiben; falling = fällt, fallen, fallend*
rising = steigt, steigen, aufsteigend*; climbing = klettert, klettern, kletternd*
fighting = kämpft, kämpfen, kämpfend*; chasing = jagt, jagen, jagend*, verfolgt
holding = hält, halten, haltend*, trägt_einen; wearing = trägt, tragen, tragend*, gekleidet_in
looking at = schaut_auf, blickt_auf, betrachtet, schaut; kissing = küsst, küssen; fishing = angelt, angeln, fischt
working = arbeitet, arbeiten, arbeitend*; skiing = fährt_ski, ski_fahren; surfing = surft, surfen
grazing = grast, grasen, weidet, weiden; burning = brennt, brennen, brennend*; erupting = bricht_aus, ausbrechend*
blooming = blüht, blühen, blühend*; launching = startet, starten, startend*, hebt_ab
spinning = dreht_sich, drehen_sich, rotiert; waiting = wartet, warten, wartend*; full moon = vollmond
at night = nachts, nacht, mitternacht; sunset = sonnenuntergang, abendrot, untergehende_sonne
sunrise = sonnenaufgang; dawn = morgengrauen, morgendämmerung, morgenrot; morning = morgen, morgens, vormittag
noon = mittag, mittags; afternoon = nachmittag, nachmittags; dusk = dämmerung, abenddämmerung, abend, abends
golden hour = goldene_stunde, goldenen_stunde, abendsonne; sunlight = sonnenlicht, sonnenschein
moonlight = mondlicht, mondschein; candlelight = kerzenlicht, kerzenschein; rain = regen, regnet, es_regnet
fog = nebel, dunst, morgennebel; snow = schnee; snowing = schneit, es_schneit, schneefall, schneesturm
storm = sturm, unwetter; thunderstorm = gewitter; windy = wind, windig*; autumn = herbst, herbstlich*
winter = winter, winterlich*; spring time = frühling, frühlings*, frühjahr; summer = sommer, sommerlich*
autumn leaves = herbstlaub, herbstblätter; cherry blossoms = kirschblüten, kirschblüte; watercolor = aquarell*
oil painting = ölgemälde, ölmalerei; pencil sketch = bleistiftzeichnung, skizze, zeichnung
pixel art = pixelkunst, pixel-art; anime style = anime-stil, im_anime-stil, manga
comic book style = comic-stil, comicstil; 3d render = 3d-rendering; photorealistic = fotorealistisch*
cinematic = filmisch*, kinoreif*; black and white photo = schwarz-weiß, schwarzweiß*, schwarzweißfoto
cyberpunk = cyberpunk*; ink wash = tuschemalerei; children's book illustration = kinderbuchillustration
close up = nahaufnahme, großaufnahme; wide shot = weitwinkelaufnahme, totale
aerial shot = luftaufnahme, drohnenaufnahme, vogelperspektive; slow motion = zeitlupe; time lapse = zeitraffer*
portrait of = porträt_von, portrait_von, porträt_eines, porträt_einer; in the background = im_hintergrund
in the foreground = im_vordergrund; surrounded by = umgeben_von; two = zwei, zwo; three = drei; four = vier
five = fünf; six = sechs; seven = sieben; eight = acht; nine = neun; ten = zehn; twelve = zwölf
many = viele, vieler, vielen, zahlreiche; a few = einige, mehrere, ein_paar; behind = hinter; between = zwischen
through = durch; over = über; next to = neben; in front of = vor; along = entlang
young = jung, junger, junges, jungem; young woman = junge_frau, jungen_frau; young women = junge_frauen
young man = junger_mann, jungen_mann; boys = jungs; ball = ball, fußball; drop = tropfen; bicycle = fahrrad
neon = neon, neonlicht; neon lights = neonlichter, neonreklame; in front of = vor; on a = auf_einem, auf_einer
red riding hood = rotkäppchen; with a hat = mit_hut; glasses = brille; sunglasses = sonnenbrille; beard = bart
riding a = fährt_auf_einem, fährt_auf_einer, fährt_mit_einem; hair = haar, haare, haaren; eyes = augen; leaf = blatt
leaves = blätter, laub; broom = besen; crossing = überquert, überqueren; tower = turm, türme; feather = feder
building a = baut_einen, baut_ein, bauen_einen, bauen_ein; feeding = füttert, füttern; window = fenster
wings = flügeln; ring = ring; bridge = brücke; beside = neben; steam train = dampflok, dampflokomotive
boots = gummistiefel*, stiefel*; on the moon = über_die_mondoberfläche, auf_der_mondoberfläche; moon surface = mondoberfläche
- = still*, leise*, plötzlich; knitting = strickt, strickend*; by a fireplace = am_kamin, vor_dem_kamin; on her lap = auf_ihrem_schoß, auf_dem_schoß
the camera follows = die_kamera_folgt, kamera_folgt, die_kamera_verfolgt; the camera pushes in = die_kamera_fährt_heran, die_kamera_nähert_sich, kamerafahrt_auf
the camera pulls back = die_kamera_fährt_zurück, die_kamera_entfernt_sich; the camera orbits around = die_kamera_kreist_um, die_kamera_umkreist
the camera pans right = die_kamera_schwenkt_nach_rechts, die_kamera_schwenkt; the camera pans left = die_kamera_schwenkt_nach_links
piano music = klaviermusik; soft music = leise_musik, sanfte_musik; no music = keine_musik, ohne_musik; smoke rising = rauch_steigt_auf, rauch_steigt
snow falling = schneeflocken_fallen, dicke_schneeflocken_fallen, es_schneit; snowing = schneeflocken; stack of = stapel`;
