"""The words by which the order of a name shows: family names that stand first, and Iberian ones.

In lower case and without accents, as `names.plain` gives them: the commonest of each country, compiled for
this project, those of China in pinyin and as Hong Kong, Malaysia and Singapore spell them. None is complete;
a name that is not listed is read given name first.
"""

from __future__ import annotations

from eitherway.words.salutations.title_words import words

COMMONEST = words(
    """
    bui chan chen choi dang duong hoang huang huynh jung kang kim le lee li liu nguyen ouyang park pham
    phan shangguan situ tan tran wang wong wu xu yang zhang zhao zhou zhuge
    """
)
"""Where two of these peoples' family names meet, this one is the family's: Zhang Wei, Wei Zhang."""

EAST_ASIAN = COMMONEST | words(
    """
    ahn an ang au bae baek bai cai cao chang cheah cheng cheung chew chia chiu cho choe chong chow chu
    chua chung cui dai deng ding dinh do dong du duan fan fang feng foo fu fung gan gao go goh gong goo gu
    guo gwon ha han hao he heng heo ho hong hou hu huh hur hwang im jang jeon jeong jia jiang jin jo joo
    ju khoo ko koh kong koo kuo kwak kwan kwok kwon lai lam lau lei leong leung liang liao lim lin lo loh
    long low lu luo ly ma mai mak mao mei meng mo moon na nam neo ng ngo noh oh ong pae paik pan peng poon
    qian qin qiu quek ren rhee roh ryu seah seo seow shao shen shi shim shin shum sim sima siu soh sohn
    son song su suh sun tai tam tang tao tay teh teo tian toh tong trinh truong tsai tsang tse tsui vo vu
    wan wei wen woo xi xia xiang xiao xie xiong xue yan yao yap ye yee yeo yeoh yeow yeung yi yim yin yip
    yoo yoon you yu yuan yuen yun zeng zheng zhong zhu zou
    """
)

GIVEN_NAMES_TOO = words(
    """
    an ang dai do go han he ho jin jo ju kim le lee lei lin long ma mai mei mo moon na sim son song sun
    tam tang wan you
    """
)
"""Those that may be a western first word: what follows must be plainly a name of theirs."""

KOREAN_SYLLABLES = words(
    """
    a ae ah bae baek beom bin bo bong bum byung chan chang cheol chul da dae dan do dong eun geun gi gil
    gwang gyu ha hae han he hee heon ho hong hoon hwa hwan hye hyeok hyeon hyo hyuk hyun hyung il in ja
    jae jeong ji jin jong joo joon ju jun jung kang ki kwang kyeong kyoung kyu kyun kyung man mi min mo
    moon mun myeong myung na nam ok rae ran ri rim rin sa sang seo seok seon seong seung shin si sik so
    sol soo sook su suk sun sung tae u un ung wan won woo wook woong ye yeo yeon yeong yo yong yoo yoon
    you young yu yul yun
    """
)
"""Two of them make a given name, Minjun or Min-jun."""

JAPANESE = words(
    """
    abe ando aoki arai endo fujii fujita fujiwara fukuda goto hasegawa hashimoto hayashi hirano honda
    ikeda inoue ishii ishikawa ito iwasaki kaneko kato kikuchi kimura kobayashi kojima kondo kudo maeda
    maruyama masuda matsuda matsui matsumoto miura miyazaki mori murakami nakagawa nakajima nakamura
    nakano nishimura noguchi nomura ogawa okada okamoto onishi ono ota saito sakai sakamoto sakurai sasaki
    sato shibata shimizu sugiyama suzuki takada takagi takahashi takeda takeuchi tamura tanaka taniguchi
    uchida ueda ueno wada watanabe yamada yamaguchi yamamoto yamashita yamazaki yokoyama yoshida
    """
)

HUNGARIAN = words(
    """
    barath benko biro bognar deak dobos dudas erdelyi farago fazekas fulop gal gombos halasz katona kelemen
    kertesz kozma nemes orban pasztor pataki rozsa sebok siklos somogyi suto szigeti torok varadi veress
    bakos balogh barta bodnar boros farkas fekete fodor gulyas hajdu hegedus horvath illes juhasz kerekes
    kiss kocsis kovacs lakatos lengyel lukacs magyar major meszaros molnar nagy nemeth olah orosz orsos
    pal papp pinter racz sipos soos szabo szalai szekely szilagyi szucs takacs toth varga vass veres
    vincze virag voros
    """
)

HUNGARIAN_GIVEN = words(
    """
    adam agnes akos andras andrea anett aniko anna attila balazs balint barnabas beata bela bence boglarka
    csaba daniel david dora edit emese endre erika erzsebet eszter eva ferenc gabor gabriella gergely
    gergo gyorgy gyula hajnalka ildiko ilona imre istvan janos jozsef judit julia kalman karoly katalin
    kinga klara kristof krisztina lajos laszlo levente lilla luca magdolna maria mariann mark marta mate
    matyas miklos monika nikoletta noemi nora norbert orsolya pal peter petra piroska reka robert roland
    sandor sara szabolcs szilvia tamas tibor timea vera veronika viktor viktoria vilmos zoltan zsofia
    zsolt zsuzsa zsuzsanna
    """
)

IBERIAN = words(
    """
    acosta aguilar aguirre almeida alonso alves amaral andrade aragon araujo arias ayala azevedo barbosa
    barros batista bautista blanco borges borja bravo cabrera calderon campos cardenas cardoso carmona
    carrasco carrillo carvalho castillo castro cavalcanti cervantes chavez cordero correa correia cortes
    cortez costa crespo cruz cunha delgado duarte duran escobar espinosa espinoza esteban farias ferreira
    ferrer figueiredo figueroa flores fonseca franco freitas fuentes gallardo gallego galvan garcia
    garrido garza gil giron gomes guerra guerrero guzman herrera herrero hidalgo ibarra iglesias lara leal
    leite leiva leon lima lira llosa lopes lorca lorenzo lozano luna macedo machado maldonado marin
    marques martins medina mejia melo mendes mendonca mendoza mercado merino miranda molina monteiro
    montero montes mora moraes morais morales moreira moreno moreto mota moura navarro neruda neto
    nogueira nunes ochoa olivares oliveira orozco ortega ortiz osorio pacheco padilla palacios paredes
    parra paz pedroza pena pereira peres pinheiro pinto pires ponce portillo prado prieto quintero quiroga
    ramos rangel rego reis reyes ribeiro rincon rios rivas rivera robles rocha rojas roldan roman romero
    rosales rubio ruiz saavedra salas salazar sales salgado salinas sampaio sandoval santana santiago
    santos serrano silva silveira simoes soares soler solis sosa soto sousa souza suarez tapia tavares
    teixeira toledo torres trujillo urrutia valdes valencia valle vargas vasconcelos vega velasco vera
    viana vicente vidal vieira villa villanueva villegas zamora zapata zuniga
    """
)
"""Spanish and Portuguese family names beside those that end in -ez; many people there have two."""
