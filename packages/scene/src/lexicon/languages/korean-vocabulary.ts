/** Nouns and words in the lines of a language table, several to a line. */
export const KOREAN_NOUNS = `
houses = 집들; cats = 고양이들; dogs = 개들, 강아지들; puppy = 강아지; kitten = 새끼_고양이, 아기_고양이; birds = 새들; horses = 말들; trees = 나무들
flowers = 꽃들, 꽃다발; women = 여자들, 여성들; men = 남자들; boys = 소년들, 남자아이들; girls = 소녀들, 여자아이들; children = 아이들, 어린이들, 어린이
baby = 아기, 갓난아기; grandmother = 할머니; grandfather = 할아버지; mother = 어머니, 엄마; father = 아버지, 아빠; couple = 커플, 연인, 부부
family = 가족; crowd = 군중, 인파; old man = 노인, 늙은_남자, 나이_든_남자; old woman = 늙은_여자, 나이_든_여자, 노부인
young woman = 젊은_여자, 젊은_여성, 아가씨; young man = 젊은_남자, 청년; knight = 기사; prince = 왕자; princess = 공주; pirate = 해적
samurai = 사무라이; soldier = 군인, 병사; soldiers = 군인들; police officer = 경찰관, 경찰; firefighter = 소방관; doctor = 의사
nurse = 간호사; teacher = 선생님, 교사; student = 학생; students = 학생들; chef = 요리사, 셰프; baker = 제빵사; waiter = 웨이터, 종업원
scientist = 과학자; artist = 예술가; painter = 화가; musician = 음악가, 연주자; singer = 가수; dancer = 댄서, 무용수; ballerina = 발레리나
clown = 광대; monk = 스님, 수도승; cowboy = 카우보이; shepherd = 목동, 양치기; sailor = 선원; fisherman = 어부, 낚시꾼; diver = 잠수부, 다이버
surfer = 서퍼; skier = 스키어; runner = 달리기_선수, 러너; cyclist = 사이클_선수; football player = 축구_선수, 축구선수; alien = 외계인
monster = 괴물; ghost = 유령, 귀신; fairy = 요정; witch = 마녀; wizard = 마법사; mermaid = 인어; superhero = 슈퍼히어로, 영웅; angel = 천사
vampire = 뱀파이어, 흡혈귀; duckling = 새끼_오리, 아기_오리; duck = 오리; ducks = 오리들; parrots = 앵무새들; swan = 백조; swans = 백조들
goose = 거위; chicken = 닭, 암탉; chickens = 닭들; rooster = 수탉; chick = 병아리; penguin = 펭귄; penguins = 펭귄들; eagle = 독수리
crow = 까마귀; seagull = 갈매기; seagulls = 갈매기들; pigeon = 비둘기; sparrow = 참새; stork = 황새; heron = 왜가리; flamingo = 홍학, 플라밍고
peacock = 공작, 공작새; hummingbird = 벌새; donkey = 당나귀; lamb = 어린_양; goat = 염소; goats = 염소들; cows = 소들, 젖소; bull = 황소
buffalo = 물소, 버팔로; deer = 사슴; reindeer = 순록; squirrel = 다람쥐, 청설모; hedgehog = 고슴도치; mouse = 쥐, 생쥐; mice = 쥐들
leopard = 표범; lions = 사자들; elephants = 코끼리들; giraffe = 기린; zebra = 얼룩말; hippo = 하마; rhino = 코뿔소; gorilla = 고릴라
kangaroo = 캥거루; camel = 낙타; camels = 낙타들; panda = 판다, 판다곰; polar bear = 북극곰; bear = 곰; wolf = 늑대; wolves = 늑대들
foxes = 여우들; rabbits = 토끼들; frog = 개구리; frogs = 개구리들; snake = 뱀; crocodile = 악어; lizard = 도마뱀; dolphin = 돌고래
dolphins = 돌고래들; whale = 고래; shark = 상어; octopus = 문어; jellyfish = 해파리; crab = 게, 꽃게; seal = 물개, 바다표범
fish = 물고기들, 물고기_떼; goldfish = 금붕어; bee = 벌, 꿀벌; spider = 거미; ant = 개미; ladybug = 무당벌레; butterflies = 나비들
dragonfly = 잠자리; snail = 달팽이; dinosaur = 공룡; unicorn = 유니콘; phoenix = 불사조; skyscraper = 고층_빌딩, 초고층_빌딩, 마천루
skyscrapers = 고층_빌딩들; building = 건물, 빌딩; palace = 궁전, 왕궁; church = 교회; cathedral = 대성당, 성당; windmill = 풍차
pyramid = 피라미드; barn = 헛간, 외양간; cottage = 오두막, 오두막집, 통나무집; cabin = 통나무_오두막; tent = 텐트, 천막; fence = 울타리
fountain = 분수, 분수대; statue = 동상, 조각상; bench = 벤치; street lamp = 가로등; well = 우물; gate = 대문, 성문; swing = 그네
ferris wheel = 관람차; motorcycle = 오토바이; scooter = 스쿠터; rickshaw = 인력거; truck = 트럭; taxi = 택시; tram = 트램, 전차
tractor = 트랙터; carriage = 마차; cart = 수레; sports car = 스포츠카; cars = 자동차들, 차들; steam train = 증기_기관차, 증기기관차
helicopter = 헬리콥터; drone = 드론; spaceship = 우주선; ufo = 비행접시; submarine = 잠수함; ship = 선박, 여객선; sailboat = 돛단배, 요트
canoe = 카누, 카약; pirate ship = 해적선; fishing boat = 어선, 고깃배; boats = 배들, 보트들; balloons = 풍선들, 풍선; hot air balloon = 열기구
hot air balloons = 열기구들; skateboard = 스케이트보드; sled = 썰매; surfboard = 서핑보드; guitar = 기타; piano = 피아노; violin = 바이올린
drum = 북, 드럼; flute = 플루트, 피리; trumpet = 트럼펫, 나팔; saxophone = 색소폰; microphone = 마이크; newspaper = 신문; books = 책들
letter = 편지; clock = 시계; watch = 손목시계; computer = 컴퓨터; laptop = 노트북; smartphone = 휴대폰, 스마트폰, 핸드폰; television = 텔레비전
camera = 카메라; telescope = 망원경; sword = 검, 칼; shield = 방패; crown = 왕관; treasure chest = 보물_상자, 보물상자; box = 상자
basket = 바구니; bag = 가방; bottle = 병; glass = 유리잔, 잔; glasses = 안경; plate = 접시; bowl = 그릇; teapot = 찻주전자, 주전자
vase = 꽃병, 화병; pot = 화분, 냄비; bed = 침대; armchair = 안락의자; desk = 책상; bookshelf = 책장, 책꽂이; mirror = 거울
lantern = 등불, 랜턴, 등롱; lanterns = 등불들; candles = 촛불들, 양초들; fireplace = 벽난로; campfire = 모닥불, 캠프파이어; kite = 연; flag = 깃발
gift = 선물; teddy bear = 곰인형, 테디베어; toy = 장난감; christmas tree = 크리스마스_트리; pumpkin = 호박; shoe = 신발, 구두; sneaker = 운동화
ring = 반지; perfume = 향수; umbrellas = 우산들; balls = 공들; football = 축구공; sign = 간판, 표지판; bread = 빵; cake = 케이크
birthday cake = 생일_케이크; pizza = 피자; hamburger = 햄버거; sushi = 초밥, 스시; rice bowl = 밥, 밥그릇, 비빔밥; ramen = 라면; cheese = 치즈
ice cream = 아이스크림; chocolate = 초콜릿; cup of coffee = 커피_한_잔, 커피잔; cup of tea = 차_한_잔, 찻잔; wine = 와인; milk = 우유
soup = 수프, 국; egg = 달걀, 계란; apples = 사과들; orange fruit = 오렌지, 귤; lemon = 레몬; banana = 바나나; strawberry = 딸기
cherry = 체리; grapes = 포도; watermelon = 수박; pineapple = 파인애플; coconut = 코코넛; mango = 망고; fruit = 과일; carrot = 당근
tomato = 토마토; tulip = 튤립; tulips = 튤립들; rose = 장미, 장미꽃; roses = 장미들; daisy = 데이지; lotus = 연꽃; sunflowers = 해바라기들
cactus = 선인장; mushroom = 버섯; palm tree = 야자수, 야자나무; palm trees = 야자수들; pine tree = 소나무; oak = 참나무, 떡갈나무
cherry tree = 벚나무, 벚꽃나무, 벚꽃_나무; maple tree = 단풍나무, 은행나무; bamboo = 대나무; bush = 덤불, 수풀; rock = 바위, 돌; rocks = 바위들
crystal = 수정, 크리스털; planet = 행성; rainbow = 무지개; comet = 혜성; fireworks = 불꽃놀이, 폭죽; snowman = 눈사람; tower = 탑
ruins = 폐허, 유적; mountains = 산들, 산맥; clouds = 구름들; black cat = 검은_고양이; white cat = 흰_고양이, 하얀_고양이; eiffel tower = 에펠_탑
taj mahal = 타지마할; earth planet = 지구; carpet = 카펫, 양탄자; lamb = 양; picture frame = 액자; swing = 그네; ladder = 사다리
candle = 촛불, 초; pillow = 베개; rope = 밧줄; feather = 깃털; shell = 조개, 조개껍데기; starfish = 불가사리; sandcastle = 모래성
waterwheel = 물레방아; dumplings = 만두; kimchi = 김치`;

export const KOREAN_WORDS = `
gray = 회색; brown = 갈색, 밤색; silver = 은색, 은빛; turquoise = 청록색; beige = 베이지색, 베이지; dark = 어두운, 캄캄한; bright = 밝은, 환한
glowing = 반짝이는, 빛나는; huge = 거대한, 커다란, 엄청난; tiny = 아주_작은, 조그만, 자그마한; tall = 높은, 키_큰; long = 긴; round = 둥근
young = 젊은, 어린; new = 새로운; modern = 현대적인, 현대; futuristic = 미래의, 미래적인, 미래; medieval = 중세, 중세의; ancient = 고대, 고대의
abandoned = 버려진; stone = 돌로_된, 돌로_만든; glass made = 유리로_된; wooden = 나무로_만든, 나무로_된, 목조, 나무; golden = 황금빛, 금빛
frozen = 얼어붙은, 얼음; snowy = 눈_쌓인, 눈_내리는, 눈으로_덮인; wet = 젖은; happy = 행복한, 즐거운; sad = 슬픈; lonely = 외로운, 홀로; angry = 화난
cute = 귀여운, 사랑스러운; beautiful = 아름다운, 예쁜, 멋진; magical = 마법의, 신비로운; mysterious = 신비한, 수수께끼의; striped = 줄무늬, 줄무늬의
colorful = 알록달록한, 다채로운, 형형색색의, 형형색색; tropical = 열대, 열대의; traditional = 전통, 전통적인; japanese = 일본식, 일본; chinese = 중국식, 중국
korean = 한국, 한국의, 한국식; one = 하나, 한_명, 한_명의, 한_개; two = 두_명, 두_명의, 두_개, 두_개의, 두_대, 두_사람, 2마리
three = 세_명, 세_명의, 세_개, 세_개의, 세_대, 3마리; four = 네, 넷, 네_마리, 네_마리의, 네_명, 네_명의, 네_개, 4마리
five = 다섯_마리, 다섯_마리의, 다섯_명, 다섯_개, 5마리; six = 여섯, 여섯_마리, 여섯_명; seven = 일곱, 일곱_마리, 일곱_명; eight = 여덟, 여덟_마리
nine = 아홉, 아홉_마리; ten = 열, 열_마리, 열_명, 열_개; twelve = 열두, 열두_마리; a few = 몇, 몇_마리, 몇_명, 몇_개
several = 여러, 여러_마리, 여러_명, 여러_개; many = 수많은, 많은, 무수한; between< = 사이에, 사이의, 사이로; above< = 위로, 상공에, 상공의
to the left of< = 왼쪽에, 왼쪽의; to the right of< = 오른쪽에, 오른쪽의; through< = 사이를_지나, 통해, 가로질러, 지나; around< = 주위에, 주변에, 둘레에
inside< = 안에서, 속에서, 안에는; on< = 위에는, 위에서는; in front of< = 앞에서, 앞을; behind< = 뒤에서, 뒤로, 뒤에는; next to< = 옆에서, 곁에, 곁에서, 근처에
without< = 없이, 없는; in the background = 배경에, 배경에는, 배경으로, 멀리, 저_멀리; in the foreground = 전경에, 앞쪽에; on the left = 왼쪽, 왼편에
on the right = 오른쪽, 오른편에; coast = 해안, 해안가; cliff = 절벽, 벼랑; sea = 바닷물; waves = 파도; meadow = 초원, 풀밭, 목초지
wheat field = 밀밭; rice field = 논, 논밭; sunflower field = 해바라기_밭, 해바라기밭; lavender field = 라벤더_밭, 라벤더밭
tea plantation field = 차밭, 녹차밭; bamboo forest = 대나무_숲, 대숲; underwater = 물속, 바닷속, 수중, 바다_속; coral reef = 산호초
skyline = 스카이라인, 도시_전경; greenhouse = 온실; pond = 연못; rooftop = 옥상, 지붕_위; road = 도로, 길; plaza = 광장; alley = 골목길, 뒷골목
old town = 구시가지, 옛_마을; jungle = 정글, 밀림; cave = 동굴; volcano = 화산; lava = 용암; bedroom = 침실; living room = 거실
bathroom = 욕실, 화장실; coffee shop = 카페, 커피숍, 찻집; restaurant = 식당, 레스토랑; office = 사무실; classroom = 교실; school = 학교
stage = 무대; harbour = 항구, 부두; train station = 기차역, 지하철역, 역; airport = 공항; stadium = 경기장, 축구장; farm = 농장
savanna = 사바나, 아프리카_초원; canyon = 협곡; valley = 계곡, 골짜기; swamp = 늪, 습지; iceberg = 빙산; glacier = 빙하; arctic = 북극, 남극
grass = 잔디, 잔디밭, 풀; hill = 언덕; orchard = 과수원; vineyard = 포도밭, 포도원; laboratory = 실험실, 연구실; factory = 공장
workshop = 작업실, 공방; museum = 박물관, 미술관; hospital = 병원; bakery = 빵집, 베이커리; shop = 가게, 상점; playground = 놀이터; oasis = 오아시스
canal = 운하; snowy mountains = 설산, 눈_덮인_산; futuristic city = 미래_도시, 미래도시; paris = 파리; london = 런던; new york = 뉴욕
tokyo = 도쿄; venice = 베네치아, 베니스; rome = 로마; cairo = 카이로; mumbai = 뭄바이; seoul street = 서울, 서울의_거리
great wall of china = 만리장성; on the moon | = 달에서, 달_표면, 달_위; starry sky = 별이_빛나는_하늘, 별이_가득한_하늘, 밤하늘; milky way = 은하수
northern lights = 오로라; swimming pool = 수영장; above the clouds = 구름_위; puddles = 물웅덩이, 웅덩이; dusk = 황혼, 해질녘, 저녁, 해_질_녘
dawn = 새벽녘, 동틀_녘, 여명; day = 낮, 대낮, 한낮; golden hour = 골든아워, 황금빛_햇살; noon = 정오; afternoon = 오후
sunset = 해질_무렵, 해_질_무렵, 노을_지는, 석양이_지는, 해가_지는; sunrise = 해돋이, 해_뜨는, 일출_무렵; at night = 한밤중, 한밤중에, 밤의, 야경, 심야
full moon = 보름달; sunlight = 햇빛, 햇살; moonlight = 달빛; candlelight = 촛불_빛; sunny = 화창한, 맑은, 맑은_날
rainy = 비_오는, 비가_오는, 비_내리는, 비가_내리는; snowing = 눈이_오는, 눈_오는, 눈이_내리는, 눈이_내린다, 눈이_내리고; foggy = 안개_낀, 안개가_낀, 안개_자욱한
thunderstorm = 뇌우, 천둥번개, 폭풍우; lightning = 번개; windy = 바람이_부는, 바람_부는, 바람; cloudy = 흐린, 구름_낀
autumn leaves = 낙엽, 단풍, 단풍잎; cherry blossoms = 벚꽃, 벚꽃이_핀, 흩날리는_벚꽃; spring time = 봄날, 봄철; summer = 여름날, 한여름
autumn = 가을날; winter = 겨울날, 한겨울; neon = 네온사인, 네온_불빛; watercolor = 수채화_스타일, 수채화풍; oil painting = 유화풍, 유화_스타일
pencil sketch = 연필화, 연필_그림; anime style = 애니메이션, 일본_애니메이션, 애니_스타일; pixel art = 도트_그래픽, 픽셀아트
comic book style = 만화_스타일, 웹툰_스타일; 3d render = 3d_렌더링, 3d_애니메이션, 픽사_스타일; cyberpunk = 사이버펑크
photorealistic = 실사, 사실적인, 극사실주의, 사진처럼; film noir = 필름_누아르, 느와르; stained glass = 스테인드글라스; low poly = 로우_폴리
isometric = 등각투영; claymation = 점토_애니메이션; paper cut = 종이공예, 종이_컷; ink wash = 먹그림; vintage photo = 옛날_사진
cinematic = 영화_스타일, 영화적인; aerial shot = 항공_촬영, 드론_촬영, 공중에서_본; close up = 클로즈업, 근접_촬영; wide shot = 와이드샷, 넓은_화면
portrait of = 초상화, 인물_사진; time lapse = 타임랩스, 빠르게_재생; slow motion = 슬로_모션, 슬로우_모션, 슬로우모션, 느린_화면; slowly = 천천히, 느리게
quickly = 빠르게, 빨리; the camera pans = 카메라가_이동, 카메라가_팬; the camera zooms in = 카메라가_다가간다, 카메라가_줌인
sitting = 앉은, 앉아서, 앉아_있는, 앉아있다, 앉아있고, 앉*; standing = 서_있는, 서서, 서_있고, 서_있다, 서있고, 서있다
lying = 누워, 누운, 누워서, 누워있는, 엎드린, 엎드려; sleeping = 자고, 잠든, 잠자고, 낮잠, 자고_있는; walking = 걷고, 걸으며, 걸어, 산책하*, 거닐*, 걸어간다, 걷는다
running = 달리고, 달리*, 뛰어가*, 뛰고, 뛰어; flying = 날고, 날아*, 날아다니*; swimming = 헤엄치*, 수영하*; dancing = 춤추*, 춤을_추는, 춤을_추고, 춤을_춘다
jumping = 점프하*, 뛰어오르*, 뛰어넘*; fighting = 싸우*, 결투하*, 대결하*; playing = 놀고, 노는, 놀이하는, 놀고_있는
playing football = 축구하*, 축구를_하는, 축구를_하고; flying a kite = 연날리기; reading a book = 독서하*; fishing = 낚시하*, 낚시를_하는, 낚시
cooking = 요리하*, 요리를_하는; painting a picture = 그림을_그리는, 그림을_그리고; singing = 노래하*, 노래를_부르는, 노래를_부르고, 노래_부르는
laughing = 웃는, 웃고, 웃으며; smiling = 미소_짓는, 미소짓는, 미소를_짓고; crying = 우는, 울고; waving = 손을_흔드는, 손을_흔들고, 손_흔드는
driving = 운전하*, 달리는_차; floating = 떠_있는, 떠있는, 떠다니*, 둥둥; sailing = 항해하*; falling = 떨어지*, 내리는; rising = 떠오르*, 솟아오르*
climbing = 오르는, 올라가*, 등반하*; chasing> = 쫓는, 쫓아가*, 뒤쫓*; looking at> = 바라보*, 쳐다보*, 보고_있는, 바라보는; feeding> = 먹이를_주는, 먹이를_주고
hugging> = 껴안고, 안고_있는, 껴안은, 안은; eating> = 먹는, 먹고, 먹고_있는; drinking> = 마시는, 마시고; reading> = 읽는, 읽고, 읽고_있는
holding> = 든, 들고, 들고_있는, 쥔, 쥐고, 가진; wearing> = 입은, 입고, 입고_있는, 쓴, 쓰고, 신은, 착용한; riding> = 타는, 탄, 타고, 타고_있는, 올라탄
pulling> = 끄는, 끌고; watering> = 물을_주는, 물을_주고; blooming = 핀, 피어_있는, 만발한; burning = 불타는, 타오르는; erupting = 분출하*, 폭발하*
shining = 비치는, 빛나고; spinning = 도는, 돌고, 회전하*; working = 일하*, 작업하*; writing = 글을_쓰는, 쓰고_있는; praying = 기도하*
waiting = 기다리*; kissing> = 키스하*; surfing = 서핑하*, 서핑; skiing = 스키를_타는, 스키_타는; launching = 발사되*, 이륙하*
says = 말한다, 말하*, 라고_말하는; hat = 모자, 밀짚모자; dress = 드레스, 원피스; sari = 사리; coat = 코트, 외투; jacket = 재킷, 자켓; shirt = 셔츠, 티셔츠
scarf = 목도리, 스카프; suit = 정장, 양복; kimono = 기모노, 한복; sunglasses = 선글라스; beard = 수염, 턱수염; hair = 머리카락, 머리, 머리의
eyes = 눈동자, 눈을_가진; leaves = 나뭇잎, 잎사귀, 잎; music = 음악, 노래_소리; silence = 고요, 정적; in the sky = 하늘에, 하늘에는, 하늘에서
forest = 숲속, 숲_속, 수풀; windowsill = 창가, 창틀; smoke = 연기; baking> = 굽는, 굽고; playing> = 치는, 치고, 연주하*, 켜는, 켜고, 부는, 불고
holding> = 날리는, 날리고, 안고; above< = 위를, 상공을; kicking a ball = 공을_차는, 공을_차고; with a = 가진; scary = 무서운; warm = 따뜻한
cold = 추운, 차가운; quiet = 조용한, 고요한; busy = 붐비는, 번화한`;
