/** Nouns and words in the lines of a language table, several to a line. */
export const JAPANESE_NOUNS = `
duck = 鴨, アヒル, カモ; duckling = アヒルの子; parrot = オウム, インコ; swan = 白鳥; goose = ガチョウ; chicken = 鶏, ニワトリ; rooster = 雄鶏
chick = ひよこ; penguin = ペンギン; eagle = 鷲, 鷹; crow = カラス; seagull = カモメ; pigeon = 鳩; stork = コウノトリ; flamingo = フラミンゴ
peacock = 孔雀, クジャク; hummingbird = ハチドリ; donkey = ロバ; goat = ヤギ; lamb = 子羊; sheep = 羊; pig = 豚; cow = 牛; bull = 雄牛
deer = 鹿; reindeer = トナカイ; squirrel = リス; hedgehog = ハリネズミ; mouse = ネズミ; tiger = 虎, トラ; lion = ライオン
leopard = ヒョウ, チーター; elephant = 象, ゾウ; giraffe = キリン; zebra = シマウマ; hippo = カバ; rhino = サイ; monkey = 猿, サル
gorilla = ゴリラ; kangaroo = カンガルー; camel = ラクダ; panda = パンダ; polar bear = シロクマ, 白熊; bear = 熊, クマ; wolf = 狼, オオカミ
fox = 狐; rabbit = うさぎ; frog = カエル; snake = 蛇, ヘビ; crocodile = ワニ; lizard = トカゲ; dolphin = イルカ; whale = クジラ, 鯨
shark = サメ; octopus = タコ; jellyfish = クラゲ; crab = 蟹, カニ; seal = アザラシ; bee = 蜂, ミツバチ; spider = クモ; butterfly = 蝶, 蝶々
dinosaur = 恐竜; unicorn = ユニコーン; mermaid = 人魚; ghost = 幽霊, お化け; alien = 宇宙人, エイリアン; monster = 怪獣, モンスター; fairy = 妖精
witch = 魔女; wizard = 魔法使い; knight = 騎士; king = 王様, 王; queen = 女王; prince = 王子; princess = お姫様, 姫; pirate = 海賊
samurai = 侍; soldier = 兵士; police officer = 警察官; firefighter = 消防士; doctor = 医者; nurse = 看護師; teacher = 先生, 教師
student = 学生, 生徒; chef = 料理人, シェフ; baker = パン屋さん, パン職人; waiter = ウェイター; farmer = 農夫, 農家; fisherman = 漁師
scientist = 科学者; artist = 芸術家, アーティスト; painter = 画家; musician = 音楽家; singer = 歌手; dancer = ダンサー, 踊り子
ballerina = バレリーナ; clown = ピエロ; monk = 僧侶, お坊さん; cowboy = カウボーイ; shepherd = 羊飼い; sailor = 船乗り, 水夫; diver = ダイバー
surfer = サーファー; skier = スキーヤー; runner = ランナー; cyclist = サイクリスト; football player = サッカー選手; baby = 赤ちゃん
grandmother = おばあさん, おばあちゃん, 祖母; grandfather = おじいさん, おじいちゃん, 祖父; mother = 母, お母さん; father = 父, お父さん
couple = カップル, 恋人; family = 家族; crowd = 群衆, 人混み; old man = 老人; old woman = 老婆; house = 家, 小屋, 丸太小屋
skyscraper = 高層ビル, 摩天楼, 超高層ビル; building = 建物, ビル; palace = 宮殿; cathedral = 大聖堂; church = 教会; temple = 寺, 寺院
mosque = モスク; windmill = 風車; pyramid = ピラミッド; barn = 納屋; tent = テント; fence = 柵, フェンス; fountain = 噴水; statue = 彫像
motorcycle = バイク, オートバイ; scooter = スクーター; truck = トラック; taxi = タクシー; tram = 路面電車; tractor = トラクター
helicopter = ヘリコプター; spaceship = 宇宙船; ufo = 空飛ぶ円盤; submarine = 潜水艦; canoe = カヌー, カヤック; pirate ship = 海賊船
ship = 船舶, 客船; fishing boat = 漁船; skateboard = スケートボード; sled = そり; guitar = ギター; piano = ピアノ; violin = バイオリン
drum = 太鼓, ドラム; flute = フルート, 笛; trumpet = トランペット; saxophone = サックス; newspaper = 新聞; letter = 手紙; clock = 時計
computer = パソコン, コンピューター; laptop = ノートパソコン; camera = カメラ; telescope = 望遠鏡; sword = 剣, 刀; crown = 王冠
treasure chest = 宝箱; box = 箱; basket = 籠, バスケット; bottle = 瓶, ボトル; glass = グラス; bowl = どんぶり, 茶碗; teapot = 急須, ティーポット
bed = ベッド; armchair = 肘掛け椅子; bookshelf = 本棚; bench = ベンチ; carpet = 絨毯; mirror = 鏡; lantern = 提灯; fireplace = 暖炉
campfire = 焚き火, キャンプファイヤー; candle = ろうそく; kite = 凧; flag = 旗; gift = 贈り物, プレゼント; teddy bear = テディベア, ぬいぐるみ
sandcastle = 砂の城; snowman = 雪だるま; christmas tree = クリスマスツリー; pumpkin = かぼちゃ; shoe = 靴, スニーカー; hat = 帽子; dress = ドレス, ワンピース; coat = コート
scarf = マフラー; suit = スーツ; kimono = 着物; pizza = ピザ; bread = パン; cheese = チーズ; cake = ケーキ; ice cream = アイスクリーム
coffee = コーヒー; tea = お茶, 紅茶; wine = ワイン; soup = スープ; apple = 林檎, りんご; orange fruit = 蜜柑; lemon = レモン; banana = バナナ
strawberry = 苺, いちご; cherry = さくらんぼ; grapes = ぶどう; watermelon = スイカ; fruit = 果物; rose = 薔薇, バラ; tulip = チューリップ
sunflower = ひまわり; daisy = ヒナギク; lotus = 蓮, 蓮の花; cactus = サボテン; mushroom = キノコ; palm tree = ヤシの木; pine tree = 松, 松の木
oak = 樫の木; tree = 樹木; bush = 茂み; rock = 岩, 石; crystal = 水晶, クリスタル; sun = 太陽; rainbow = 虹; comet = 彗星
lightning = 稲妻, 雷`;

export const JAPANESE_WORDS = `
pond = 池; rooftop = 屋根, 屋上; road = 道路; highway = 高速道路; plaza = 広場; alley = 路地, 裏通り; street = 通り; old town = 旧市街
jungle = ジャングル, 密林, 熱帯雨林; waterfall = 滝; cave = 洞窟, 洞穴; volcano = 火山; lava = 溶岩; kitchen = 台所, キッチン; bedroom = 寝室
living room = 居間, リビング; bathroom = 浴室, お風呂; coffee shop = カフェ, 喫茶店, レストラン; office = オフィス, 事務所; classroom = 教室
school = 学校; stage = 舞台, ステージ; market = 市場; harbour = 港, 港町, 埠頭; pier = 桟橋; train station = 駅, ホーム
stadium = スタジアム, 競技場; ruins = 廃墟, 遺跡; bridge = 橋; farm = 農場, 牧場; village = 村, 集落; savanna = サバンナ; canyon = 峡谷, 渓谷
valley = 谷; swamp = 沼, 沼地; island = 島; iceberg = 氷山; glacier = 氷河; arctic = 北極, 南極; meadow = 草原; grass = 芝生, 草
hill = 丘; orchard = 果樹園; vineyard = 葡萄畑, ぶどう園; spaceship interior = 操縦席, コックピット; laboratory = 実験室, 研究室; factory = 工場
workshop = 工房; museum = 美術館, 博物館; ballroom = 舞踏室; hallway = 廊下; hospital = 病院; bakery = パン屋; shop = お店, 店; park = 公園
playground = 遊び場; garden = 庭; greenhouse = 温室; forest = 森; bamboo forest = 竹林; field = 畑; wheat field = 麦畑
sunflower field = ひまわり畑; lavender field = ラベンダー畑; rice field = 田んぼ, 棚田; desert = 砂漠, 砂丘; oasis = オアシス; sea = 海, 波
beach = 浜辺, 砂浜; coast = 海岸; cliff = 崖, 断崖; lake = 湖; river = 川, 小川; canal = 運河; mountains = 山々, 山脈
snowy mountains = 雪山; city = 都市, 都会, 街; skyline = 街並み, 夜景; futuristic city = 未来都市; paris = パリ; london = ロンドン
new york = ニューヨーク; tokyo = 東京; venice = ヴェネツィア, ベネチア; rome = ローマ; berlin = ベルリン; moscow = モスクワ; shanghai = 上海
beijing = 北京; cairo = カイロ; mumbai = ムンバイ; eiffel tower = エッフェル塔; great wall of china = 万里の長城; on the moon = 月面, 月の上
mars = 火星; space = 宇宙, 宇宙空間, 銀河; starry sky = 星空; northern lights = オーロラ; underwater = 水中, 海底; coral reef = サンゴ礁
castle = お城; throne room = 玉座の間; library = 図書館; treasure map = 宝の地図; airport = 空港; campsite = キャンプ場; sky = 空
above the clouds = 雲の上; temple ruins = 神殿の遺跡; puddles = 水たまり; swimming pool = プール; small = 小さな, 小さい, 小型の
big = 大きな, 大型の; huge = 巨大な, 巨大; tiny = ちっちゃな, 極小の; tall = 高い, 背の高い; young = 若い; old = 古い, 年老いた, 老いた; ancient = 古代の
new = 新しい; modern = 現代的な, 近代的な; futuristic = 未来的な; medieval = 中世の; wooden = 木製の, 木製; stone = 石造りの, 石の
glass made = ガラスの; golden = 金色の, 黄金の; silver = 銀色の, 銀色; red = 赤い, 紅い; blue = 青い, 水色の; turquoise = 青緑の
green = 緑の, 緑色の; pink = ピンクの, 桃色の; purple = 紫の, 紫色の; beige = ベージュの; colorful = 色とりどりの, カラフルな; glowing = 光る, 輝く
bright = 明るい; dark = 暗い; snowy = 雪に覆われた, 雪の積もった; frozen = 凍った, 凍りついた; wet = 濡れた; foggy = 霧の, 霧深い; rainy = 雨の, 雨の日
sunny = 晴れた, 日当たりの良い; happy = 幸せな, 笑顔の, 楽しい; sad = 悲しい; lonely = 孤独な, 一人ぼっちの; angry = 怒った; cute = 可愛い, かわいい
beautiful = 美しい, 綺麗な; abandoned = 廃れた, 捨てられた; magical = 魔法の, 不思議な; mysterious = 神秘的な; tropical = 熱帯の, 南国の; round = 丸い
long = 長い; striped = 縞模様の, ストライプの; white = 白い, 真っ白な; black = 黒い, 真っ黒な; yellow = 黄色い, 黄色の; orange = オレンジ色の, 橙色の
brown = 茶色の, 茶色い; gray = 灰色の, グレーの; sitting = 座って, 座っている, 腰掛けて; standing = 立って, 立っている; lying = 横たわる, 横たわって, 寝そべって
sleeping = 眠って, 眠っている, 寝ている, 寝て; walking = 歩いて, 歩いている, 散歩する, 散歩して; running = 走って, 走っている, 駆ける; flying = 飛んで, 飛んでいる, 舞う
swimming = 泳いで, 泳いでいる; diving = 潜る, 潜って; dancing = 踊って, 踊っている, ダンスする, ダンスして; jumping = 跳ぶ, 跳んで, 飛び跳ねる, ジャンプする
playing = 遊んで, 遊ぶ, 遊んでいる, 演奏する, 弾く, 弾いている; playing football = サッカーをする, サッカーをしている; reading = 読む, 読んで, 読んでいる
writing = 書く, 書いている; painting a = 描く, 描いている; eating = 食べる, 食べて, 食べている; drinking = 飲む, 飲んで, 飲んでいる
cooking = 料理する, 料理している; baking = 焼く, 焼いている; singing = 歌う, 歌って, 歌っている; laughing = 笑う, 笑って, 笑っている; smiling = 微笑む, 微笑んで
crying = 泣く, 泣いて; waving = 手を振る, 手を振って; driving = 運転する, 運転して, 運転している; riding = 乗って, 乗っている, 乗る; sailing = 航海する, 航海して
floating = 浮かぶ, 浮かんで, 浮かんでいる, 漂う; falling = 落ちる, 落ちて, 舞い落ちる; rising = 昇る, 昇って; climbing = 登る, 登って
fighting = 戦う, 戦って, 戦っている; chasing = 追う, 追いかける, 追いかけて; holding = 持つ, 持って, 持っている; wearing = 着ている, 着た, かぶった, 履いた
looking at = 見る, 見て, 見ている, 眺める; kissing = キスする, キスして; fishing = 釣りをする, 釣りをしている; working = 働く, 働いて, 働いている
skiing = スキーをする, スキーをしている; surfing = サーフィンをする, サーフィン; grazing = 草を食べる, 草を食む; burning = 燃える, 燃えて, 燃えている
erupting = 噴火する, 噴火している; blooming = 咲く, 咲いている, 満開の; launching = 打ち上げ, 離陸する; spinning = 回る, 回って, 回転する
waiting = 待つ, 待って, 待っている; full moon = 満月; at night = 夜に, 夜中; sunset = 夕日, 夕焼け, 日没; sunrise = 日の出, 朝日; dawn = 夜明け, 明け方
morning = 朝, 早朝; noon = 正午, 昼間; afternoon = 午後; dusk = 夕暮れ, 黄昏, 夕方; golden hour = ゴールデンアワー; sunlight = 陽光, 日光, 日差し
moonlight = 月明かり, 月光; candlelight = ろうそくの明かり; rain = 雨, 雨の中; fog = 霧, 靄; snow = 雪; snowing = 雪が降る, 雪が降っている, 吹雪
storm = 嵐, 暴風雨; thunderstorm = 雷雨; windy = 風, 強風; autumn = 秋, 紅葉; winter = 冬; spring time = 春; summer = 夏
autumn leaves = 落ち葉; cherry blossoms = 桜, 桜の花; watercolor = 水彩画, 水彩; oil painting = 油絵, 油彩; pencil sketch = 鉛筆画, スケッチ
pixel art = ドット絵, ピクセルアート; anime style = アニメ風, アニメ調; comic book style = 漫画風, アメコミ風; 3d render = 3dcg, 3dレンダリング
photorealistic = 写真風, 実写, フォトリアル; cinematic = 映画のような, 映画的な, シネマティック; black and white photo = 白黒, モノクロ
cyberpunk = サイバーパンク; ink wash = 水墨画, 墨絵; children's book illustration = 絵本風; close up = クローズアップ, 接写
wide shot = ワイドショット, 全景; aerial shot = 空撮, 俯瞰; slow motion = スローモーション; time lapse = タイムラプス, 微速度撮影
portrait of = 肖像画, ポートレート; in the background = 背景に; in the foreground = 手前に; four = 四匹の, 四つの, 四人の, 四台の, 四羽の
five = 五羽の, 五台の, 五本の, 5羽の; six = 六匹の, 六人の; seven = 七匹の, 七人の; eight = 八匹の; nine = 九匹の; ten = 十匹の, 十人の; twelve = 十二
many = たくさんの, 多くの; a few = 数匹の, 数人の; neon = ネオン, ネオンの; sunglasses = サングラス; glasses = 眼鏡, メガネ; beard = ひげ; ball = ボール
on the moon | = 月面で, 月の上で, 月で; on the moon = 月の表面; japan = 日本; japanese = 日本の; book reading> = 本を読む, 本を読んでいる, 本を読んで
desk = 机の; moonlight = 月明かりの; a = 一頭の, 一隻の, 一輪の, 一枚の, 一冊の, 1匹の, 1人の, 一台の; two = 二頭の, 二隻の, 2頭の, 2羽の
three = 三頭の, 三隻の, 3頭の, 3羽の, 三台の; five = 五羽の, 5羽の; wearing> = を着た, を着ている, を着て, をかぶった, をかぶっている, を履いた, をかけた
reading> = を読む, を読んでいる, を読んで; holding> = を持つ, を持った, を持っている, を抱いた; riding> = に乗る, に乗った, に乗っている
playing> = を弾く, を弾いている, を演奏する; eating> = を食べる, を食べている; drinking> = を飲む, を飲んでいる; dress wearing> = ドレスの, ワンピースの
kimono wearing> = 着物の, 着物姿の; coat wearing> = コートの; hat wearing> = 帽子の; suit wearing> = スーツの; hair = 髪; leaf = 葉
leaves = 落ち葉, 葉っぱ; steam train = 蒸気機関車; glasses wearing> = 眼鏡の, メガネの; hiker = 登山者; climbing> = を登る, を登って, を登っている
- = 満開の
holding> = をさした, をさして, をさす, を抱いて, を抱える, を手にした; starry sky = 満天の星, 星空; slowly = ゆっくり; suddenly = 突然; in the background = 遠くに, 遠くの, 背景に
the camera follows = カメラが追う, カメラが追いかける, カメラが追従; the camera pushes in = カメラが近づく, カメラがゆっくり近づく, カメラが寄る; the camera pulls back = カメラが引く, カメラが離れる
soft music = 静かな音楽, 優しい音楽; piano music = ピアノ音楽, ピアノの音楽; no music = 音楽なし
snowing = 雪が舞う, 雪が舞い, 雪片`;
