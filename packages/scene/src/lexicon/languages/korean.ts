import { KOREAN_NOUNS, KOREAN_WORDS } from './korean-vocabulary.ts';
import type { LanguageTable } from './language-table.ts';

export const KOREAN: LanguageTable = {
  code: 'ko',
  hints: '',
  countsFollow: true,
  moreNouns: `${KOREAN_NOUNS}
duck = 오리; parrot = 앵무새; swan = 백조; eagle = 독수리; penguin = 펭귄; lion = 사자; tiger = 호랑이; elephant = 코끼리
giraffe = 기린; monkey = 원숭이; bear = 곰; panda = 판다; wolf = 늑대; deer = 사슴; squirrel = 다람쥐; pig = 돼지; cow = 소
sheep = 양; chicken = 닭; frog = 개구리; dolphin = 돌고래; whale = 고래; shark = 상어; butterfly = 나비; dinosaur = 공룡
unicorn = 유니콘; mermaid = 인어; ghost = 유령; witch = 마녀; wizard = 마법사; king = 왕; queen = 여왕; princess = 공주
prince = 왕자; pirate = 해적; soldier = 군인; doctor = 의사; teacher = 선생님; student = 학생; chef = 요리사; farmer = 농부
fisherman = 어부; painter = 화가; singer = 가수; grandmother = 할머니; grandfather = 할아버지; old man = 노인; palace = 궁전
pyramid = 피라미드; motorcycle = 오토바이; truck = 트럭; taxi = 택시; helicopter = 헬리콥터; spaceship = 우주선; guitar = 기타
piano = 피아노; violin = 바이올린; book = 책; bed = 침대; desk = 책상; pumpkin = 호박; dress = 드레스; hat = 모자; pizza = 피자
bread = 빵; apple = 사과; rose = 장미; sunflower = 해바라기; cactus = 선인장; mushroom = 버섯; rock = 바위; rainbow = 무지개
snowman = 눈사람; hanbok = 한복`,
  moreWords: `${KOREAN_WORDS}
pond = 연못; rooftop = 지붕, 옥상; road = 도로; plaza = 광장; alley = 골목, 골목길; jungle = 정글; cave = 동굴; volcano = 화산
kitchen = 부엌, 주방; bedroom = 침실; living room = 거실; coffee shop = 카페; office = 사무실; classroom = 교실; stage = 무대
market = 시장; harbour = 항구; train station = 기차역; stadium = 경기장; ruins = 폐허; farm = 농장; savanna = 사바나, 초원
canyon = 협곡; swamp = 늪; island = 섬; meadow = 풀밭; orchard = 과수원; vineyard = 포도밭; laboratory = 실험실; factory = 공장
park = 공원; temple = 사원; paris = 파리; tokyo = 도쿄; eiffel tower = 에펠탑`,
  nouns: `
park = 공원
torii = 도리이
house = 집, 오두막
cat = 고양이
dog = 개, 강아지
bird = 새
fox = 여우
horse = 말
fish = 물고기
turtle = 거북이, 바다거북
dragon = 용, 드래곤
tree = 나무
cherry tree = 벚꽃, 벚나무
flower = 꽃
sunflowers = 해바라기
woman = 여자, 여성
man = 남자, 남성
girl = 소녀, 여자아이
boy = 소년, 남자아이
child = 아이
people = 사람들
person = 사람
knight = 기사
robot = 로봇
car = 자동차, 차
bus = 버스
bicycle = 자전거
boat = 배, 보트
train = 기차
airplane = 비행기
rocket = 로켓
hot air balloon = 열기구
castle = 성
lighthouse = 등대
tower = 탑, 타워
temple = 절, 사원
bridge = 다리
door = 문
window = 창문
sofa = 소파
table = 테이블, 탁자, 책상
chair = 의자, 벤치
street lamp = 가로등
lamp = 램프
candle = 촛불, 양초
cup = 컵, 커피
vase = 꽃병
sign = 간판
umbrella = 우산
mountain = 산
moon = 달, 보름달
cloud = 구름
planet = 행성
waterfall = 폭포
fireworks = 불꽃놀이
fire = 불, 모닥불
rabbit = 토끼
astronaut = 우주비행사`,
  words: `
red = 빨간, 빨간색, 붉은
blue = 파란, 파란색, 푸른
green = 초록, 초록색, 녹색
yellow = 노란, 노란색
orange = 주황색
white = 하얀, 흰, 흰색
black = 검은, 검은색, 까만
pink = 분홍색, 분홍
purple = 보라색
golden = 금색, 황금
small = 작은
big = 큰
huge = 거대한
old = 오래된, 낡은
wooden = 나무로_된
glowing = 빛나는
snowy = 눈_덮인
on< = 위에, 위의, 위에서, 위
under< = 아래, 아래에, 밑에, 아래의
in front of< = 앞에, 앞의, 앞
behind< = 뒤에, 뒤의, 뒤
next to< = 옆에, 옆의, 옆
inside< = 안에, 속에, 속의, 속을, 안의
and = 그리고
a = 한, 한_마리의, 한_마리
two = 두, 두_마리, 두_마리의, 둘
three = 세, 세_마리, 세_마리의
five = 다섯
many = 많은
street = 거리, 골목
city = 도시
village = 마을
forest = 숲
lake = 호수, 호숫가
sea = 바다
beach = 해변, 바닷가
river = 강
field = 들판
garden = 정원
room = 방, 거실
library = 도서관
desert = 사막
sky = 하늘
space = 우주
stars = 별
mars = 화성
at night = 밤, 밤에
sunset = 일몰, 노을, 석양
sunrise = 일출, 새벽
morning = 아침
rain = 비, 빗속
fog = 안개
snow = 눈
storm = 폭풍
autumn = 가을
winter = 겨울
spring time = 봄
summer = 여름
neon = 네온
watercolor = 수채화
oil painting = 유화
stained glass = 스테인드글라스, 스테인드_글라스
low poly = 로우폴리
isometric = 아이소메트릭
line art = 라인_아트, 선화
charcoal drawing = 목탄화
pencil sketch = 연필_스케치, 스케치
ink wash = 수묵화
impressionist painting = 인상파
pastel drawing = 파스텔화
woodblock print = 목판화, 우키요에
paper cut = 종이_공예, 페이퍼_컷
claymation = 클레이메이션, 점토
anime style = 애니메이션_스타일, 애니메
comic book style = 만화
vintage photo = 오래된_사진, 빈티지_사진
cinematic = 영화_같은, 시네마틱
cyberpunk = 사이버펑크
vaporwave = 베이퍼웨이브
pop art = 팝아트
pixel art = 픽셀_아트
black and white photo = 흑백
sitting = 앉아, 앉은, 앉아있는
standing = 서, 서있는
sleeping = 자는, 잠자는
walking = 걷는, 걸어가는
running = 달리는, 뛰는
flying = 나는, 날아가는
- = 있는, 있다, 있고, 있습니다, 있어요, 마리, 마리의, 그루, 그루의, 채, 채의, 명, 명의, 대, 송이, 권, 잔, 모습, 장면, 그림, 사진, 이미지, 그려줘, 그려주세요, 그려_줘, 만들어줘, 만들어_주세요, 것, 하는, 된, 가득한, 가득, 그`,
  suffixes: [
    ['에서는', 'in<'],
    ['에서의', 'in<'],
    ['들에게', '-'],
    ['들을', '|'],
    ['들은', '|'],
    ['에게', '|'],
    ['처럼', '|'],
    ['까지', '|'],
    ['부터', '|'],
    ['이다', '|'],
    ['들', '-'],
    ['에서', 'in<'],
    ['에는', 'in<'],
    ['으로', '|'],
    ['들이', '|'],
    ['하고', 'and'],
    ['에', 'in<'],
    ['은', '|'],
    ['는', '|'],
    ['이', '|'],
    ['가', '|'],
    ['을', '-'],
    ['를', '-'],
    ['의', '-'],
    ['와', 'and'],
    ['과', 'and'],
    ['랑', 'and'],
    ['로', '|'],
    ['도', '|'],
  ],
};
