/** Nouns and words in the lines of a language table, several to a line. */
export const HINDI_NOUNS = `
duck = बत्तख, बतख; duckling = बत्तख_का_बच्चा; parrot = तोता; swan = हंस; goose = कलहंस; chicken = मुर्गी
rooster = मुर्गा; chick = चूजा; penguin = पेंगुइन; eagle = चील, बाज; crow = कौआ; seagull = सीगल; pigeon = कबूतर
stork = सारस; flamingo = राजहंस; peacock = मोर; hummingbird = गुनगुन_चिड़िया; donkey = गधा; goat = बकरी; lamb = मेमना
sheep = भेड़; pig = सूअर; cow = गाय; bull = सांड, बैल; deer = हिरण, हिरन; reindeer = बारहसिंगा; squirrel = गिलहरी
hedgehog = साही; mouse = चूहा; tiger = बाघ; lion = शेर; leopard = तेंदुआ, चीता; elephant = हाथी; giraffe = जिराफ
zebra = ज़ेबरा, जेब्रा; hippo = दरियाई_घोड़ा; rhino = गैंडा; monkey = बंदर; gorilla = गोरिल्ला; kangaroo = कंगारू
camel = ऊँट; panda = पांडा; polar bear = ध्रुवीय_भालू; bear = भालू; wolf = भेड़िया; fox = लोमड़ी; rabbit = खरगोश
frog = मेंढक; snake = साँप; crocodile = मगरमच्छ; lizard = छिपकली; dolphin = डॉल्फिन; whale = व्हेल; shark = शार्क
octopus = ऑक्टोपस; jellyfish = जेलीफ़िश; crab = केकड़ा; seal = सील; bee = मधुमक्खी; spider = मकड़ी; butterfly = तितली
dinosaur = डायनासोर; unicorn = यूनिकॉर्न; mermaid = जलपरी; ghost = भूत; alien = एलियन; monster = राक्षस; fairy = परी
witch = चुड़ैल, डायन; wizard = जादूगर; knight = शूरवीर; king = राजा; queen = रानी; prince = राजकुमार
princess = राजकुमारी; pirate = समुद्री_डाकू; samurai = समुराई; soldier = सैनिक
police officer = पुलिस_वाला, पुलिसवाला; firefighter = दमकलकर्मी; doctor = डॉक्टर; nurse = नर्स
teacher = शिक्षक, अध्यापक, शिक्षिका; student = छात्र, छात्रा; chef = रसोइया; baker = नानबाई; waiter = वेटर
farmer = किसान; fisherman = मछुआरा; scientist = वैज्ञानिक; artist = कलाकार; painter = चित्रकार; musician = संगीतकार
singer = गायक, गायिका; dancer = नर्तक, नर्तकी; ballerina = बैलेरीना; clown = जोकर; monk = भिक्षु, साधु
cowboy = काउबॉय; shepherd = चरवाहा; sailor = नाविक; diver = गोताखोर; surfer = सर्फर; skier = स्कीयर; runner = धावक
cyclist = साइकिल_सवार; football player = फुटबॉल_खिलाड़ी; baby = शिशु; grandmother = दादी, नानी
grandfather = दादा, नाना; mother = माँ, मां; father = पिता; couple = जोड़ा, दंपति; family = परिवार; crowd = भीड़
old woman = बूढ़ी_औरत; house = घर, झोपड़ी; skyscraper = गगनचुंबी_इमारत; building = इमारत, भवन; palace = महल
cathedral = गिरजाघर; church = चर्च; temple = मंदिर, मन्दिर; mosque = मस्जिद; windmill = पवनचक्की; pyramid = पिरामिड
barn = खलिहान; tent = तंबू; fence = बाड़; fountain = फव्वारा; statue = मूर्ति, प्रतिमा; motorcycle = मोटरसाइकिल
scooter = स्कूटर; truck = ट्रक; taxi = टैक्सी; tram = ट्राम; tractor = ट्रैक्टर; helicopter = हेलीकॉप्टर
spaceship = अंतरिक्ष_यान; ufo = उड़न_तश्तरी; submarine = पनडुब्बी; canoe = डोंगी; pirate ship = समुद्री_डाकू_जहाज
ship = जहाज; fishing boat = मछली_पकड़ने_की_नाव; skateboard = स्केटबोर्ड; sled = स्लेज; guitar = गिटार; piano = पियानो
violin = वायलिन; drum = ढोल, तबला; flute = बांसुरी; trumpet = तुरही; saxophone = सैक्सोफोन; book = किताब
newspaper = अखबार; letter = चिट्ठी, पत्र; clock = घड़ी; computer = कंप्यूटर; laptop = लैपटॉप; camera = कैमरा
telescope = दूरबीन; sword = तलवार; crown = मुकुट, ताज; treasure chest = खजाने_का_संदूक; box = डिब्बा; basket = टोकरी
bottle = बोतल; glass = गिलास; plate = थाली, प्लेट; bowl = कटोरा; teapot = चायदानी; bed = पलंग, बिस्तर
armchair = आरामकुर्सी; desk = डेस्क; bookshelf = किताबों_की_अलमारी; bench = बेंच; carpet = कालीन
mirror = दर्पण, आईना; lantern = लालटेन; fireplace = चूल्हा, अलाव; candle = मोमबत्ती; kite = पतंग; flag = झंडा
gift = उपहार, तोहफा; teddy bear = टेडी_बियर; snowman = हिममानव; christmas tree = क्रिसमस_ट्री; pumpkin = कद्दू
shoe = जूता; hat = टोपी; dress = पोशाक, ड्रेस; coat = कोट; scarf = दुपट्टा; suit = सूट; kimono = किमोनो
pizza = पिज्जा; bread = रोटी; cheese = पनीर; cake = केक; ice cream = आइसक्रीम; coffee = कॉफी; tea = चाय; wine = शराब
soup = सूप; apple = सेब; orange fruit = संतरा; lemon = नींबू; banana = केला; strawberry = स्ट्रॉबेरी; cherry = चेरी
grapes = अंगूर; watermelon = तरबूज; fruit = फल; rose = गुलाब; tulip = ट्यूलिप; sunflower = सूरजमुखी; daisy = डेज़ी
lotus = कमल; cactus = कैक्टस; mushroom = मशरूम; palm tree = ताड़_का_पेड़, नारियल_का_पेड़; pine tree = चीड़_का_पेड़
oak = ओक; tree = पेड़; bush = झाड़ी; rock = चट्टान, पत्थर; crystal = क्रिस्टल; sun = सूरज, सूर्य; rainbow = इंद्रधनुष
comet = धूमकेतु; lightning = बिजली`;

export const HINDI_WORDS = `
pond = तालाब; rooftop = छत; road = राह, रास्ते, रास्ता; highway = राजमार्ग; plaza = चौक; alley = गली; street = सड़क
old town = पुराना_शहर; jungle = वर्षावन, घने_जंगल; waterfall = झरना, झरने, जलप्रपात; cave = गुफा
volcano = ज्वालामुखी; lava = लावा; kitchen = रसोई, रसोईघर; bedroom = शयनकक्ष; living room = बैठक; bathroom = स्नानघर
coffee shop = कैफे, कैफ़े, रेस्तरां; office = दफ़्तर, दफ्तर, कार्यालय, ऑफिस; classroom = कक्षा
school = विद्यालय, स्कूल; stage = मंच; market = बाज़ार, बाजार, मंडी; harbour = बंदरगाह; pier = घाट
train station = रेलवे_स्टेशन, स्टेशन; stadium = स्टेडियम; ruins = खंडहर, खंडहरों; bridge = पुल
farm = खेत_खलिहान, फार्म; village = गाँव, गांव; savanna = सवाना; canyon = घाटी_की_खाई; valley = घाटी; swamp = दलदल
island = द्वीप; iceberg = हिमखंड; glacier = हिमनद, ग्लेशियर; arctic = आर्कटिक, अंटार्कटिका; meadow = घास_का_मैदान
grass = घास; hill = पहाड़ी, टीला; orchard = फलोद्यान; vineyard = अंगूर_का_बाग; spaceship interior = कॉकपिट
laboratory = प्रयोगशाला; factory = कारखाना, फैक्ट्री; workshop = कार्यशाला; museum = संग्रहालय; ballroom = नृत्य_कक्ष
hallway = गलियारा; hospital = अस्पताल; bakery = बेकरी; shop = दुकान; park = पार्क, उद्यान; playground = खेल_का_मैदान
garden = बगीचा, बगीचे, आँगन; greenhouse = पौधाघर; forest = जंगल, वन; bamboo forest = बाँस_का_जंगल, बांस_के_जंगल
field = खेत, मैदान; wheat field = गेहूँ_का_खेत, गेहूं_के_खेत; sunflower field = सूरजमुखी_के_खेत
lavender field = लैवेंडर_के_खेत; rice field = धान_के_खेत; desert = रेगिस्तान, मरुस्थल; oasis = मरूद्यान
sea = समुद्र, सागर, लहरों, लहरें; beach = समुद्र_तट, समुद्रतट; coast = किनारा; cliff = खड़ी_चट्टान; lake = झील
river = नदी; canal = नहर; mountains = पहाड़ों, पर्वतों, हिमालय; snowy mountains = बर्फीले_पहाड़; city = शहर, नगर
skyline = शहर_का_क्षितिज; futuristic city = भविष्य_का_शहर, भविष्य_के_शहर; paris = पेरिस; london = लंदन
new york = न्यूयॉर्क; tokyo = टोक्यो; venice = वेनिस; rome = रोम; berlin = बर्लिन; moscow = मास्को; shanghai = शंघाई
beijing = बीजिंग; cairo = काहिरा; mumbai = मुंबई; eiffel tower = एफिल_टावर, एफिल_टॉवर
great wall of china = चीन_की_दीवार; on the moon = चाँद_पर, चांद_पर, चंद्रमा_पर; mars = मंगल_ग्रह, मंगल
space = अंतरिक्ष, आकाशगंगा; starry sky = तारों_भरा_आसमान, तारों_भरे_आसमान; northern lights = ऑरोरा
underwater = पानी_के_नीचे, समुद्र_के_नीचे; coral reef = मूंगा_चट्टान; castle = किला, क़िला
throne room = सिंहासन_कक्ष; library = पुस्तकालय; treasure map = खजाने_का_नक्शा; airport = हवाई_अड्डा
campsite = शिविर; sky = आसमान, आकाश; above the clouds = बादलों_के_ऊपर; temple ruins = मंदिर_के_खंडहर; puddles = पोखर
swimming pool = स्विमिंग_पूल; small = नन्हा, नन्ही, नन्हे; big = बड़ा, बड़ी, बड़े; huge = विशाल, विशालकाय
tiny = छोटा_सा, छोटी_सी; tall = ऊँचा, ऊँची, ऊंचा, ऊंची, लंबा, लंबी; young = युवा, जवान
old = पुराना, पुरानी, पुराने, बूढ़ी, बूढ़े; ancient = प्राचीन; new = नया, नई, नए; modern = आधुनिक
futuristic = भविष्यवादी; medieval = मध्ययुगीन; wooden = लकड़ी_का, लकड़ी_की, लकड़ी_के
stone = पत्थर_का, पत्थर_की, पत्थर_के; glass made = काँच_का, कांच_की; golden = सुनहरा, सुनहरी, सुनहरे
silver = चाँदी_का, चांदी_की; red = लाल; blue = नीला, नीली, नीले, आसमानी; turquoise = फ़िरोज़ी, फिरोजी
green = हरा, हरी, हरे; pink = गुलाबी; purple = बैंगनी; beige = मटमैला
colorful = रंगीन, रंग-बिरंगे, रंगबिरंगा, रंग-बिरंगी; glowing = चमकता, चमकती, चमकते; bright = उज्ज्वल
dark = अंधेरा, अंधेरी, अंधेरे; snowy = बर्फ_से_ढका, बर्फ_से_ढके, बर्फ_से_ढकी, बर्फीला, बर्फीले
frozen = जमा_हुआ, जमी_हुई; wet = गीला, गीली, भीगा, भीगी; foggy = धुंधला, धुंधली; rainy = बरसाती
sunny = धूप_वाला, धूप; happy = खुश, हंसता, मुस्कुराता, मुस्कुराती; sad = उदास, दुखी; lonely = अकेला, अकेली
angry = गुस्सैल, क्रोधित; cute = प्यारा, प्यारी, प्यारे; beautiful = सुंदर, खूबसूरत; abandoned = परित्यक्त, सुनसान
magical = जादुई; mysterious = रहस्यमय; tropical = उष्णकटिबंधीय; round = गोल; long = लंबे; striped = धारीदार
white = सफ़ेद, सफेद; black = काला, काली, काले; yellow = पीला, पीली, पीले; orange = नारंगी; brown = भूरा, भूरी, भूरे
gray = धूसर, स्लेटी; sitting = बैठा, बैठी, बैठे; standing = खड़ा, खड़ी, खड़े; lying = लेटा, लेटी, लेटे
sleeping = सोता, सोती, सोते, सो_रहा, सो_रही; walking = चलता, चलती, चलते, टहलता, टहलती
running = दौड़ता, दौड़ती, दौड़ते, भागता, भागती; flying = उड़ता, उड़ती, उड़ते, उड़_रहा; swimming = तैरता, तैरती, तैरते
diving = गोता_लगाता; dancing = नाचता, नाचती, नाचते, नृत्य_करता, नृत्य_करती; jumping = कूदता, कूदती, कूदते, उछलता
playing = खेलता, खेलती, खेलते, बजाता, बजाती, बजाते; playing football = फुटबॉल_खेलता, फुटबॉल_खेलते, फुटबॉल_खेल
reading = पढ़ता, पढ़ती, पढ़ते; writing = लिखता, लिखती; painting a = चित्र_बनाता, चित्र_बनाती
eating = खाता, खाती, खाते; drinking = पीता, पीती, पीते; cooking = खाना_बनाता, खाना_बनाती, पकाता, पकाती
baking = सेंकता; singing = गाता, गाती, गाते; laughing = हँसता, हँसती, हंसती; crying = रोता, रोती
waving = हाथ_हिलाता, हाथ_हिलाती; driving = चलाता, चलाती, चलाते; riding = सवारी_करता, सवारी_करती, चलाता_हुआ, सवार
sailing = नाव_चलाता; floating = बहता, बहती; falling = गिरता, गिरती, गिरते; rising = उगता, उगती, उठता
climbing = चढ़ता, चढ़ती; fighting = लड़ता, लड़ती, लड़ते; chasing = पीछा_करता, पीछा_करती
holding = पकड़े, पकड़ता, लिए_हुए; wearing = पहने, पहनी, पहनकर, पहने_हुए; looking at = देखता, देखती, देखते
kissing = चूमता; fishing = मछली_पकड़ता, मछली_पकड़ते; working = काम_करता, काम_करती, काम_करते; skiing = स्कीइंग_करता
surfing = सर्फिंग_करता; grazing = चरता, चरती, चरते; burning = जलता, जलती, जलते; erupting = फटता
blooming = खिलता, खिलते, खिले; launching = उड़ान_भरता; spinning = घूमता, घूमती; waiting = इंतज़ार_करता, इंतजार_करती
full moon = पूर्णिमा_का_चाँद, पूर्णिमा; at night = रात_में, रात_को, रात, आधी_रात; sunset = सूर्यास्त, ढलता_सूरज
sunrise = सूर्योदय; dawn = भोर; morning = सुबह, प्रातः; noon = दोपहर; afternoon = दोपहर_बाद; dusk = शाम, संध्या
golden hour = सुनहरा_समय; moonlight = चाँदनी, चांदनी; candlelight = मोमबत्ती_की_रोशनी; rain = बारिश, वर्षा, बरसात
fog = कोहरा, कोहरे, धुंध; snow = बर्फ, बर्फ़; snowing = बर्फबारी, बर्फ़बारी; storm = तूफान, तूफ़ान, आंधी
thunderstorm = आंधी-तूफान, गरज; autumn = पतझड़, शरद_ऋतु; winter = सर्दी, सर्दियों, शीत_ऋतु; spring time = वसंत, बसंत
summer = गर्मी, गर्मियों, ग्रीष्म; autumn leaves = पतझड़_के_पत्ते; cherry blossoms = चेरी_के_फूल
watercolor = जलरंग, वॉटरकलर; oil painting = तैल_चित्र, तैलचित्र; pencil sketch = पेंसिल_स्केच, रेखाचित्र
pixel art = पिक्सेल_आर्ट; anime style = एनीमे_शैली, एनीमे; comic book style = कॉमिक_शैली; 3d render = 3d_रेंडर
photorealistic = फोटोरियलिस्टिक, यथार्थवादी; cinematic = सिनेमाई, सिनेमैटिक
black and white photo = श्वेत-श्याम, ब्लैक_एंड_व्हाइट; cyberpunk = साइबरपंक; ink wash = स्याही_चित्र
children's book illustration = बाल_पुस्तक_चित्र; close up = क्लोज़-अप, क्लोज-अप; wide shot = वाइड_शॉट
aerial shot = हवाई_दृश्य, ड्रोन_शॉट; slow motion = धीमी_गति, स्लो_मोशन; time lapse = टाइम_लैप्स
portrait of = का_चित्र; in the background = पृष्ठभूमि_में; in the foreground = अग्रभूमि_में; surrounded by = घिरा_हुआ
two = दो; three = तीन; four = चार; five = पाँच, पांच; six = छह; seven = सात; eight = आठ; nine = नौ; ten = दस
twelve = बारह; many = कई, बहुत_सारे, ढेर_सारे; a few = कुछ; neon = नियॉन; sunglasses = धूप_का_चश्मा; glasses = चश्मा
beard = दाढ़ी; ball = गेंद; windy = तेज़_हवा, तेज_हवा; sari = साड़ी; turban = पगड़ी; a = एक; young woman = युवती
young man = युवक; meadow = घास_के_मैदान; reading> = पढ़ता, पढ़ती, पढ़ते, पढ़; wearing> = पहने, पहने_हुए, पहनी, पहनकर
holding> = पकड़े, पकड़े_हुए, लिए, लिए_हुए; riding> = चलाता, चलाती, चलाते, पर_सवार, की_सवारी_करता, की_सवारी_करती
cooking = खाना_बनाता, खाना_बनाती, खाना_बनाते; hair = बाल, बालों; eyes = आँखें, आँखों; leaf = पत्ता, पत्ते
market = मेला, मेले; steam train = भाप_इंजन
sitting = बैठकर, बैठे_हुए; playing> = बजाता, बजाती, बजाते, बजा; yellow flower field = सरसों_के_खेत, सरसों_का_खेत; in the sky = आसमान_में, आकाश_में
slowly = धीरे_धीरे, धीरे-धीरे; in the background = पृष्ठभूमि_में, पीछे_की_ओर; flying a kite = पतंग_उड़ा, पतंग_उड़ाता, पतंग_उड़ाते
the camera follows = कैमरा_पीछा, कैमरा_पीछे_चलता; the camera pushes in = कैमरा_पास_आता, कैमरा_करीब_आता; soft music = धीमा_संगीत, मधुर_संगीत; no music = बिना_संगीत`;
