/** Nouns and words in the lines of a language table, several to a line. */
export const FRENCH_NOUNS = `
duck = canard, cane; duckling = caneton; parrot = perroquet, ara; swan = cygne; goose = oie; chicken = poule, poulet
rooster = coq; chick = poussin; penguin = pingouin, manchot; eagle = aigle; crow = corbeau, corneille
seagull = mouette, goéland; pigeon = pigeon; stork = cigogne; flamingo = flamant, flamant_rose
flamingos = flamants, flamants_roses; peacock = paon; hummingbird = colibri; donkey = âne; goat = chèvre
lamb = agneau; sheep = mouton, brebis; pig = cochon, porc; cow = vache; bull = taureau; deer = cerf, biche
reindeer = renne; squirrel = écureuil; hedgehog = hérisson; mouse = souris; tiger = tigre; lion = lion, lionne
leopard = léopard, guépard; elephant = éléphant; giraffe = girafe; zebra = zèbre; hippo = hippopotame
rhino = rhinocéros; monkey = singe; gorilla = gorille; kangaroo = kangourou; camel = chameau, dromadaire
panda = panda; polar bear = ours_polaire, ours_blanc; bear = ours; wolf = loup, louve; fox = renard
rabbit = lapin, lièvre; frog = grenouille; snake = serpent; crocodile = crocodile; lizard = lézard; dolphin = dauphin
whale = baleine; shark = requin; octopus = pieuvre, poulpe; jellyfish = méduse; crab = crabe; seal = phoque
bee = abeille, bourdon; spider = araignée; butterfly = papillon; dinosaur = dinosaure; unicorn = licorne
mermaid = sirène; ghost = fantôme; alien = extraterrestre; monster = monstre; fairy = fée; witch = sorcière
wizard = magicien, sorcier; knight = chevalier; king = roi; queen = reine; prince = prince; princess = princesse
pirate = pirate; samurai = samouraï; soldier = soldat; police officer = policier, policière; firefighter = pompier
doctor = médecin, docteur; nurse = infirmière, infirmier; teacher = professeur, enseignante
student = étudiant, étudiante, élève; chef = cuisinier, cuisinière; baker = boulanger, boulangère
waiter = serveur, serveuse; farmer = fermier, fermière, paysan; fisherman = pêcheur; scientist = scientifique, savant
artist = artiste; painter = peintre; musician = musicien, musicienne; singer = chanteur, chanteuse
dancer = danseur, danseuse; ballerina = ballerine; clown = clown; monk = moine; cowboy = cow-boy
shepherd = berger, bergère; sailor = marin; diver = plongeur, plongeuse; surfer = surfeur, surfeuse
skier = skieur, skieuse; runner = coureur, coureuse; cyclist = cycliste
football player = footballeur, joueur_de_football; baby = bébé; grandmother = grand-mère, mamie
grandfather = grand-père, papi; mother = mère, maman; father = père, papa; couple = couple; family = famille
crowd = foule; old man = vieil_homme, vieillard; old woman = vieille_femme, vieille_dame
house = maison, cabane, chalet; skyscraper = gratte-ciel; building = bâtiment, immeuble; palace = palais
cathedral = cathédrale; church = église, chapelle; temple = temple; mosque = mosquée
windmill = moulin, moulin_à_vent; pyramid = pyramide; barn = grange; tent = tente; fence = clôture, barrière
fountain = fontaine; statue = statue; motorcycle = moto; scooter = scooter; truck = camion; taxi = taxi
tram = tramway, tram; tractor = tracteur; helicopter = hélicoptère; spaceship = vaisseau_spatial
ufo = ovni, soucoupe_volante; submarine = sous-marin; canoe = canoë, kayak; pirate ship = bateau_pirate
ship = navire, paquebot; fishing boat = bateau_de_pêche; skateboard = planche_à_roulettes; sled = traîneau, luge
guitar = guitare; piano = piano; violin = violon; drum = tambour, batterie; flute = flûte; trumpet = trompette
saxophone = saxophone; book = livre; newspaper = journal; newspapers = journaux; letter = lettre
clock = horloge, montre; computer = ordinateur; laptop = ordinateur_portable; camera = appareil_photo
telescope = télescope; sword = épée; crown = couronne; treasure chest = coffre_au_trésor; box = boîte, caisse
basket = panier; bottle = bouteille; glass = verre; plate = assiette; bowl = bol; teapot = théière; bed = lit
armchair = fauteuil; desk = bureau; bookshelf = bibliothèque_en_bois, étagère; bench = banc; carpet = tapis
mirror = miroir; lantern = lanterne; fireplace = cheminée; campfire = feu_de_camp; candle = bougie
kite = cerf-volant; flag = drapeau; gift = cadeau; teddy bear = ours_en_peluche, nounours
sandcastle = château_de_sable; snowman = bonhomme_de_neige; christmas tree = sapin_de_noël, arbre_de_noël; pumpkin = citrouille, potiron
shoe = chaussure, basket, botte; hat = chapeau; dress = robe; coat = manteau, veste; scarf = écharpe, foulard
suit = costume; kimono = kimono; pizza = pizza; bread = pain, baguette; cheese = fromage; cake = gâteau
ice cream = glace, crème_glacée; coffee = café_au_lait; tea = thé; wine = vin; soup = soupe; apple = pomme
orange fruit = une_orange; lemon = citron; banana = banane; strawberry = fraise; cherry = cerise
grapes = raisin, raisins; watermelon = pastèque; fruit = fruit; rose = rose_rouge; tulip = tulipe
sunflower = tournesol; daisy = marguerite, pâquerette; lotus = lotus, nénuphar; cactus = cactus
mushroom = champignon; palm tree = palmier; pine tree = sapin, pin; oak = chêne; tree = arbre; bush = buisson
rock = rocher, pierre; crystal = cristal, cristaux; sun = soleil; rainbow = arc-en-ciel; comet = comète
lightning = éclair, foudre`;

export const FRENCH_WORDS = `
pond = étang, mare; rooftop = toit, toits; road = route, chemin; highway = autoroute; plaza = place, place_du_village
alley = ruelle, impasse; street = rue, rues, avenue, boulevard; old town = vieille_ville
jungle = jungle, forêt_tropicale; waterfall = cascade, chute_d'eau; cave = grotte, caverne; volcano = volcan
lava = lave; kitchen = cuisine; bedroom = chambre, chambre_à_coucher; living room = salon, salle_de_séjour
bathroom = salle_de_bain, salle_de_bains; coffee shop = café, bistro, bistrot, restaurant; office = bureaux
classroom = salle_de_classe; school = école; stage = scène, sur_scène; market = marché, bazar
harbour = port, port_de_pêche; pier = jetée, quai, ponton; train station = gare, quai_de_gare; stadium = stade
ruins = ruines; bridge = pont, ponts; farm = ferme; village = village, hameau; savanna = savane
canyon = canyon, gorge; valley = vallée, vallon; swamp = marais, marécage; island = île, îles
iceberg = iceberg, icebergs; glacier = glacier; arctic = arctique, antarctique, banquise
meadow = prairie, pré, prés, alpage; grass = herbe, gazon, pelouse; hill = colline, collines; orchard = verger
vineyard = vignoble, vigne, vignes; spaceship interior = cockpit; laboratory = laboratoire; factory = usine
workshop = atelier; museum = musée; ballroom = salle_de_bal; hallway = couloir; hospital = hôpital
bakery = boulangerie; shop = boutique, magasin; park = parc, jardin_public; playground = aire_de_jeux
garden = jardin, jardins; greenhouse = serre; forest = forêt, forêts, bois, sous-bois
bamboo forest = forêt_de_bambous, bambouseraie; field = champ, champs; wheat field = champ_de_blé, champs_de_blé
sunflower field = champ_de_tournesols; lavender field = champ_de_lavande, champs_de_lavande
rice field = rizière, rizières; desert = désert, dunes; oasis = oasis; sea = mer, océan, vagues, vague
beach = plage, plages; coast = côte, littoral, rivage; cliff = falaise, falaises; lake = lac, lacs
river = rivière, fleuve, ruisseau; canal = canal, canaux; mountains = montagnes, alpes
snowy mountains = montagnes_enneigées; city = ville, villes, métropole; skyline = skyline
futuristic city = ville_futuriste; paris = paris; london = londres; new york = new_york; tokyo = tokyo
venice = venise; rome = rome; berlin = berlin; moscow = moscou; shanghai = shanghai; beijing = pékin
cairo = le_caire; mumbai = mumbai; eiffel tower = tour_eiffel
great wall of china = grande_muraille_de_chine, grande_muraille; on the moon = sur_la_lune
mars = sur_mars, planète_mars; space = espace, cosmos, galaxie; starry sky = ciel_étoilé
northern lights = aurore_boréale, aurores_boréales; underwater = sous_l'eau, fond_marin, fonds_marins
coral reef = récif_de_corail, récif_corallien, corail; castle = château, châteaux; throne room = salle_du_trône
library = bibliothèque; treasure map = carte_au_trésor; airport = aéroport; campsite = camping; sky = ciel
above the clouds = au-dessus_des_nuages; temple ruins = ruines_d'un_temple; puddles = flaque, flaques
swimming pool = piscine; small = petit*; big = grand*; huge = énorme*, gigantesque*, géant*; tiny = minuscule*
tall = haut*; young = jeune*; old = vieux, vieille, vieilles, vieil, âgé*; ancient = ancien*, antique*
new = neuf, neuve, nouveau, nouvelle; modern = moderne*; futuristic = futuriste*; medieval = médiéval*
wooden = en_bois, de_bois; stone = en_pierre, de_pierre; glass made = en_verre; golden = doré*, en_or, d'or
silver = argenté*, en_argent; red = rouge*; blue = bleu*; turquoise = turquoise*; green = vert, verte, verts, vertes
pink = rose, roses; purple = violet*, mauve*; beige = beige*; colorful = coloré*, multicolore*
glowing = lumineu*, brillant*; bright = clair*; dark = sombre*; snowy = enneigé*; frozen = gelé*, glacé*
wet = mouillé*; foggy = brumeu*; rainy = pluvieu*; sunny = ensoleillé*; happy = heureu*, joyeu*, souriant*
sad = triste*; lonely = solitaire*, seul, seule; angry = en_colère, furieu*; cute = mignon*, adorable*
beautiful = beau, belle, beaux, belles, joli*; abandoned = abandonné*; magical = magique*, enchanté*
mysterious = mystérieu*; tropical = tropical*, tropicaux; round = rond*; long = long, longue, longs, longues
striped = rayé*; white = blanc*; black = noir*; yellow = jaune*; orange = orangé*, orange*; brown = marron*, brun*
gray = gris, grise, grises; sitting = assis, assise, assises, est_assis, assoit
standing = debout, se_tient, se_tiennent; lying = couché*, allongé*, étendu*
sleeping = dort, dorment, endormi*, dormant
walking = marche, marchent, marchant, se_promène, se_promènent, se_promenant, promène
running = court, courent, courant, qui_court; flying = vole, volent, volant, survole, planant
swimming = nage, nagent, nageant, qui_nage; diving = plonge, plongeant; dancing = danse, dansent, dansant, qui_danse
jumping = saute, sautent, sautant, bondit; playing = joue, jouent, jouant
playing football = joue_au_football, jouent_au_football, jouant_au_football; reading = lit_un, lisant, lisent
writing = écrit, écrivant; painting a = peint_un, peignant; eating = mange, mangent, mangeant
drinking = boit, boivent, buvant; cooking = cuisine_un, cuisinant, fait_la_cuisine; baking = cuit
singing = chante, chantent, chantant; laughing = rit, rient, riant; smiling = sourit, sourient
crying = pleure, pleurent, pleurant; waving = salue, fait_signe
driving = roule, roulent, roulant, conduit, conduisant; riding = monte, montant, chevauche, à_cheval
sailing = navigue, naviguent, naviguant, vogue; floating = flotte, flottent, flottant
falling = tombe, tombent, tombant; rising = s'élève, monte_dans; climbing = grimpe, grimpent, escalade
fighting = combat, combattent, combattant, se_bat, se_battent; chasing = poursuit, poursuivent, pourchasse, chasse
holding = tient, tiennent, tenant; wearing = porte, portent, portant, vêtu_de, vêtue_d, vêtue_de, vêtu_d
looking at = regarde, regardent, regardant, contemple; kissing = embrasse, s'embrassent
fishing = pêche, pêchent, pêchant; working = travaille, travaillent; skiing = skie, skient, fait_du_ski
surfing = surfe, surfent, surfant; grazing = broute, broutent, paît, paissent; burning = brûle, brûlent, en_feu
erupting = en_éruption; blooming = fleuri*, en_fleurs, en_fleur; launching = décolle, décollent, décollant
spinning = tourne, tournent, tournant; waiting = attend, attendent, attendant; full moon = pleine_lune
at night = la_nuit, de_nuit, nuit, minuit; sunset = coucher_de_soleil, coucher_du_soleil, au_couchant
sunrise = lever_du_soleil, lever_de_soleil; dawn = aube, aurore; morning = matin, matinée, au_petit_matin
noon = midi; afternoon = après-midi; dusk = crépuscule, soir, soirée; golden hour = heure_dorée
sunlight = lumière_du_soleil; moonlight = clair_de_lune; candlelight = lueur_des_bougies
rain = pluie, il_pleut, sous_la_pluie; fog = brouillard, brume; snow = neige
snowing = il_neige, tombe_la_neige, sous_la_neige, chute_de_neige; storm = tempête, orageu*; thunderstorm = orage
windy = vent, venteu*; autumn = automne, automnal*; winter = hiver, hivernal*; spring time = printemps; summer = été
autumn leaves = feuilles_d'automne, feuilles_mortes; cherry blossoms = cerisiers_en_fleurs, cerisier_en_fleurs
watercolor = aquarelle; oil painting = peinture_à_l'huile, huile_sur_toile
pencil sketch = croquis, dessin_au_crayon, esquisse; pixel art = pixel_art, art_pixel
anime style = style_anime, style_manga, manga; comic book style = style_bande_dessinée, bande_dessinée, style_bd
3d render = rendu_3d; photorealistic = photoréaliste*, photo_réaliste; cinematic = cinématographique*
black and white photo = noir_et_blanc, en_noir_et_blanc; cyberpunk = cyberpunk
ink wash = peinture_à_l'encre, encre_de_chine; children's book illustration = illustration_de_livre_pour_enfants
close up = gros_plan, plan_rapproché; wide shot = plan_large, plan_d'ensemble
aerial shot = vue_aérienne, vue_du_ciel, vue_de_drone; slow motion = au_ralenti, ralenti
time lapse = accéléré, time-lapse; portrait of = portrait_d, portrait_de, portrait_du
in the background = en_arrière-plan, à_l'arrière-plan, au_fond, au_loin; in the foreground = au_premier_plan
surrounded by = entouré_de, entourée_de, entouré_par; two = deux; three = trois; four = quatre; five = cinq
six = six; seven = sept; eight = huit; nine = neuf_oiseaux; ten = dix; twelve = douze
many = beaucoup_de, nombreux, nombreuses, plein_de; a few = quelques, plusieurs; behind = derrière; between = entre
through = à_travers; over = au-dessus_de, au-dessus_du, au-dessus_d, au-dessus_des, par-dessus
next to = à_côté_de, à_côté_d, à_côté_du, près_de, près_d, près_du, près_des; in front of = devant
along = le_long_de, le_long_d, le_long_du; big = grand, grande, grands, grandes; tall = haut, haute, hauts
neon = néon, néons; sunglasses = lunettes_de_soleil; glasses = lunettes; beard = barbe; ball = balle
dance = danse_dans; japanese = japonais, japonaise; riding a bicycle = fait_du_vélo, à_vélo, en_vélo
cooking a = prépare_une, prépare_un, préparant_un; dawn = aube; with hair = aux_cheveux; hair = cheveux
with eyes = aux_yeux; eyes = yeux; leaf = feuille; leaves = feuilles; broom = balai
crossing = traverse, traversant, traversent; full moon = lune_pleine; feeding = nourrit
building a = construit_un, construit_une; steam train = train_à_vapeur, locomotive_à_vapeur; with = aux_ailes
forest clearing = clairière, clairières; knitting = tricote, tricotant, tricotent; by a fireplace = au_coin_du_feu, près_de_la_cheminée, devant_la_cheminée
on her lap = sur_ses_genoux; orange = rou*x, roux, rousse; - = dehors, léger, légère, légers, légères, doucement; slowly = lentement; clear = clair, claire
bright = claire; suddenly = soudain; next to = au_coin_de; wet street = pavés, rue_pavée
the camera follows = la_caméra_suit, la_caméra_le_suit, la_caméra_la_suit, la_caméra_les_suit; the camera pushes in = la_caméra_s_approche, la_caméra_avance
the camera pulls back = la_caméra_recule, la_caméra_s_éloigne; the camera orbits around = la_caméra_tourne_autour; the camera pans right = la_caméra_panoramique_à_droite
soft music = musique_douce; piano music = musique_de_piano, piano_doux; no music = sans_musique, pas_de_musique; releasing = lâche, lâchant
flying = s_envole, s'envole, s'envolent; rooftops = toits
snowing = flocons_de_neige, il_neige, flocons`;
