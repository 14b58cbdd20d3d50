"""Names of people in Sweden: the given and family names that many have, by which a name is told from other capitalised words."""

from __future__ import annotations

from macros.words import words

GIVEN = frozenset(
    words(
        """
        Aaron Abbas Abdelkader Abdi Abdifatah Abdihakim Abdikarim Abdinasir Abdirahman Abdirizak Abdul Abdulahi
        Abdulkadir Abdullah Abdullahi Abdulrahman Abeba Abel Abraham Ada Adam Adel Adele Adnan Adrian Aferdita Afrim
        Agda Agim Agne Agnes Agneta Agnieszka Ahlam Ahmad Ahmed Ahmet Aida Aina Aino Aisha Ajla Alan Albana Albert
        Albertina Alberto Albin Alejandro Aleksandar Aleksander Aleksandra Alem Alemayehu Alex Alexander Alexandra
        Alexis Alf Alfons Alfred Algirdas Algot Ali Alice Alicia Alija Alina Alireza Aliyah Allan Alma Alrik Alva Alvar
        Alve Alvin Alvina Alwin Amadeus Amal Amalia Amanda Amar Amelia Amelie Amer Amie Amin Amina Amir Amira Amna Amra
        Amran Ana Anas Anastasia Anders André Andrea Andreas Andréas Andres Andrew Andrzej Anela Aneta Anette Angela
        Angelica Angelika Angelina Anil Anisa Anita Anja Ann Anna Anne Anneli Annelie Annemarie Annette Anni Annica
        Annie Annika Annikki Antero Anthony Anton Antonia Antonio Antti Arash Arezo Arian Arianna Arif Arijana Arijeta
        Arman Armin Arn Arne Arnold Aron Arthur Arto Artur Arvid Arvo Aryan Ashley Asma Asmaa Assar Asta Aston Astor
        Astrid Atle Atos August Avan Awa Awet Axel Axelina Ayaan Ayan Ayla Ayman Ayse Ayub Aziz Azra Baran Barbara
        Barbro Basel Bashar Bashir Beata Beatrice Belinda Ben Bengt Bengta Benjamin Benny Berit Berith Bernadette Berndt
        Bernhard Bernt Bert Bertil Besa Besim Betty Bianca Bilal Bill Billy Biniam Birger Birgit Birgitta Birgitte
        Bjarne Björn Blerim Bo Boban Bobbie Bodil Boel Bogdan Bojan Boris Bosse Branka Branko Brigitta Brigitte Brita
        Britt Britta Bror Bruno Burim Bushra Börje Cafer Cajsa Camilla Cari Carin Carina Carl Carlos Carmen Carola
        Carolin Carolina Caroline Casper Cassandra Catarina Catharina Cathrine Catrin Cecil Cecilia Celine Ceylan
        Charles Charlie Charlott Charlotta Charlotte Chris Christa Christel Christer Christian Christin Christina
        Christine Christofer Christoffer Christopher Christos Cilla Claes Clara Clas Claudia Claudio Clemens Colin Conny
        Conrad Cornelia Cristina Curt Dag Dagmar Dagny Damir Damjan Dan Danica Daniel Daniela Daniella Dante Danuta
        Dardan Daria Dariusz Darko David Dawid Dawit Denise Deniz Dennis Deqa Desirée Diana Dick Diego Dilan Dilnaz
        Dimitri Dino Diyar Dominik Donia Doris Dorota Dorotea Douglas Dragan Driton Dunja Dzenana Ebba Ebbe Eddie Eddy
        Edgar Edin Edit Edita Edith Edmund Edna Edvard Edvin Edward Edwin Egon Eija Eila Einar Eine Eino Eira Eivor
        Elena Eleonor Eleonora Elham Eli Elias Elif Elin Elina Elinor Elis Elisa Elisabet Elisabeth Elisabetta Elise
        Elizabeth Ella Ellen Ellie Ellinor Elliot Elly Elma Elmer Elmi Elmina Elna Elof Elsa Else Elsie Elsy Elton Elvar
        Elvin Elvine Elvira Elvis Elvy Emanuel Embla Emelie Emil Emilia Emilie Emilio Emily Emin Emina Emine Emir Emma
        Emmeli Emmelie Emmy Emre Enar Enes Engla Enis Enrique Enver Enya Erhan Eric Erica Erik Erika Erkki Erland Erling
        Ermias Erna Ernst Erol Eron Eskil Esma Esra Estelle Ester Estera Esther Ethel Eugen Eva Evald Evalena Evamaria
        Evelina Evelyn Evert Evin Evy Ewa Ewelina Eyerusalem Ezra Fabian Fadi Faduma Fadumo Faisal Faiza Fanny Farah
        Fardowsa Farhad Farhan Farhiya Farid Fatemeh Fathi Fatima Fatmir Fatuma Fawzi Fehime Felicia Felix Ferdinand
        Feven Fikret Filip Filippa Filmon Fiona Folke Francesca Francisco Frank Frans Fred Fredric Fredrik Fredrika Frej
        Freja Freweini Frida Frideborg Fritiof Fritz Fuad Gabriel Gabriella Gaby Genc Georg George Georgios Gerd Gerda
        Gerhard Gerhardt Gert Gertrud Ghadir Ghassan Ghazal Gholam Gillis Giorgio Giovanni Gisela Glenn Goran Gordan
        Gordana Gottfrid Gottfried Grazyna Greger Greta Grete Gudrun Guled Gullan Gulli Gülsen Gun Gunborg Gunhild
        Gunilla Gunlög Gunnar Gunnel Gunvor Gurli Gustaf Gustav Gustava Gustavo Göran Görel Gösta Göte Habib Habiba Hadi
        Hafsa Haider Hakim Hala Halima Halime Halina Hamdi Hamid Hampus Hamza Hanan Hani Hanna Hannah Hannele Hannes
        Hans Harald Haris Harriet Harry Hasan Hassan Hasse Hawa Hawo Hazem Heba Hedda Hedvig Hedvika Heidi Heike Heikki
        Helén Helen Helena Heléne Helene Helga Helge Helmer Henning Henok Henric Henrietta Henrik Henrike Henry Herbert
        Herman Herta Hiba Hibo Hilda Hildegard Hilding Hillevi Hilma Hilmi Hjalmar Hjördis Hoda Hodan Hodo Holger
        Hossein Huda Hugo Hulda Huldah Hülya Husam Hussain Hussein Håkan Ian Iben Ibrahim Ida Idil Idriss Ifrah
        Ikram Ilhan Iliana Ilir Ilona Ilse Ilyas Imad Iman Imre Ina Inari Inas Ines Inez Inga Ingalena Ingalill Inge
        Ingeborg Ingegerd Ingegärd Ingela Ingemar Ingemo Inger Ingmar Ingrid Ingvar Ingvor Irena Iréne Irene Irina Iris
        Irma Isa Isaac Isabel Isabela Isabell Isabella Isabelle Isac Isadora Isak Isatou Ismael Ismail Isolde Issam
        Istvan Ivan Ivana Ivar Ivo Iwona Jaana Jabril Jack Jacob Jaime Jakob Jakub Jalal Jama Jamal James Jan Jana Jane
        Janet Janina Janne Janos Jari Jarl Jasmin Jasmina Jasmine Jasna Javad Javier Jawad Jean Jeanette Jelena Jennie
        Jennifer Jenny Jens Jeremias Jerker Jerry Jerzy Jesper Jessica Jesús Jette Jill Jim Jimmie Jimmy Jiyan Joachim
        Joacim Joakim Joana Joanna Joar Joel Johan Johanna Johannes John Johnny Johny Jolanta Joline Jon Jona Jonas
        Jonatan Jonathan Jonna Jonny Jorge Jorun Jorunn Jose José Josef Josefin Josefina Josefine Joseph Josephine Josip
        Josua Jouni Jovan Jovana Juan Judith Juha Juhani Julia Julian Juliana Julie Julien Julina Julius Jussi Jytte
        Jörgen Jörn Jólan Kaarina Kadir Kai Kaisa Kaisu Kaj Kajsa Kalevi Kalle Kamal Kamila Kamilla Kari Karim Karin
        Karina Karl Karol Karolina Karsten Kasim Kasper Katarina Katarzyna Katharina Katja Katrin Kazimierz Kebede Kenan
        Kennet Kenneth Kenny Kent Kenth Kerim Kerstin Kerttu Kevin Khadar Khadija Khadra Khaled Khalid Khalil Kian
        Kidane Kicki Kim Kimberly Kirsi Kirsten Kjell Kjerstin Klara Klas Klaudia Klaus Knut Konrad Konstantin Kowsar Krister
        Kristian Kristin Kristina Kristine Kristjan Kristofer Kristoffer Krystian Krystyna Krzysztof Kumar Kurt Kyösti
        Kåre Ladan Lage Laila Lamia Lamin Lara Larisa Lars Lasse Latifa Laura Laurentius Layla Lea Leah Leandro Leena
        Leffe Leif Leila Leja Lemlem Lena Lennart Lennie Lennox Leo Leon Leona Leonard Leonardo Leonora Leopold Leopoldo
        Levi Leyla Leyli Lia Liam Lidia Lidija Liisa Lilian Lilja Lill Lillebror Lillemor Lilli Lillie Lilly Lily Lina
        Linda Linn Linnéa Linnea Linus Lisa Lisbet Lisbeth Liselott Liselotte Lisen Liv Livia Ljiljana Ljubica Loke Lola
        Lorenzo Loreta Lotta Loui Louie Louis Louise Lova Love Lovis Lovisa Lowe Luay Luca Lucas Lucia Luciana Lucy
        Ludvig Ludwig Luis Luka Lukas Luljeta Luna Lydia Lykke Maaret Maarit Maciej Madeleine Madelene Madicken Madina
        Mads Magda Magdalena Magnus Mahad Mahamed Mahdi Maher Mahmoud Mahmud Maida Maivor Maj Maja Majd Majid Majken
        Majlis Majvor Maksim Malena Malgorzata Malin Malou Malte Malva Mamadou Manal Manar Mandana Manfred Manne Mansour
        Manuel Marcel Marcela Marcelo Marcin Marco Marcus Marek Margaret Margareta Margaretha Margit Margot Margret Mari
        Maria Mariam Mariana Mariann Marianne Marie Marietta Marika Marina Mario Marit Marita Mariusz Marja Marjan
        Marjatta Marjo Mark Marko Markus Marlen Marlene Marouane Marta Martin Martina Marwa Marwan Mary Maryam Maryan
        Marzena Masoud Massoud Matej Mateusz Matheo Matheus Mathias Mathilda Matias Matilda Matilde Mats Matteo Matti
        Mattias Mattis Matts Maud Maurice Mauritz Mauro Max Maximilian Maya Mayada Mebrahtu Medea Mehdi Mehmet Mehrdad
        Meja Melek Melika Melina Melissa Melker Melvin Melvina Melwin Merete Merhawi Merima Merit Merja Merve Meryem
        Mesfin Mia Micael Michael Michaela Michal Michel Michelle Miguel Mihai Mika Mikael Mikaela Mikko Mila Milad
        Mildred Milena Milica Milla Milo Milovan Milton Mimmi Mina Minea Minette Minh Minna Mio Mira Miranda
        Mirela Miriam Mirjam Mirjana Miro Mirsad Mirza Moa Mohamad Mohamed Mohammad Mohammed Mohamud Mohsen Molly Moltas
        Mona Monica Monika Mordechai Morgan Moses Mostafa Mouna Mubarak Muhamed Muhammad Muhammed Muna Munir Murat Musa
        Muse Mustaf Mustafa Måns Mårten Märit Märta Märtha Nabil Nada Nader Nadia Nadine Nadja Nael Naemi Nahid Naim
        Naima Nalin Nancy Nanna Narges Naser Nasir Nasra Nasrin Nasser Natalia Natalie Natanael Natasa Natasha Nathalie
        Nazanin Nazar Nea Neda Nedim Negar Nela Nellie Nelly Nenad Neo Nermin Neven Nicholas Nicke Nicklas Nicko Niclas
        Nicolas Nicole Niels Nihad Nikita Nikki Niklas Nikola Nikolaj Nikolaos Nils Nilüfer Nima Nimo Nina Nino Nizar
        Noa Noah Noel Noor Nora Norah Nour Nova Novalie Nuha Nura Nuria Nuur Obaid Ofelia Ola Olav Olavi Ole
        Oleksandr Olena Olga Olina Oline Oliver Olivera Olivia Oliwer Olle Ollie Olof Olov Omar Omid Omran Orhan Osama
        Oscar Oskar Osman Osmo Ossi Ossian Othman Otilia Ottilia Otto Oula Outi Ove Owe Pablo Parisa Patric Patricia
        Patrick Patrik Paul Paula Paulina Pauline Paulo Pavel Pawel Payam Peder Pedro Peer Pehr Pekka Pella Pelle Per
        Pernilla Petar Peter Petra Petri Petronella Petrus Petter Philip Philippa Pia Pierre Piotr Pirjo Pontus
        Pooya Predrag Pär Qasim Rabia Rachel Radmila Radovan Rafael Rafal Raghad Ragna Ragnar Ragnhild Rahel Rahma Raimo
        Rainer Rajesh Rakel Ralf Ralph Rami Ramiz Ramon Rana Randi Rania Rasha Rashid Rasmus Rauf Raymond Rebecca
        Rebecka Rebin Redwan Reem Refik Regina Regine Reijo Reine Reinhold Remzi Renate Renée Reyhan Reza Riad Riccardo
        Richard Rickard Rigmor Riitta Rikard Rinor Rita Ritva Robert Roberto Robin Rodrigo Roger Roine Roksana Roland
        Rolf Romina Ronald Ronja Ronnie Ronny Rosa Rosalie Rosanna Rose Rosita Rosmari Rosmarie Rostam Roy Roya Roza
        Rozita Ruben Rudolf Ruken Runa Runar Rune Ruslan Rustam Rut Rutger Ruth Rykke Saad Saara Sabah Sabiha Sabina
        Sabri Sabrina Sadia Safiya Saga Sahra Said Saida Sakari Salam Saleh Salih Saliha Salim Sally Salma Salman
        Sam Samah Samantha Samer Sami Samir Samira Samuel Samuli Sander Sandi Sandra Sanela Sania Sanja Sanna Sara Sarah
        Sarita Sasa Saskia Sead Sebastian Sebbe Sedat Selam Selena Selim Selma Semir Semira Senad Seppo Serdar Sergej
        Sergio Serkan Sertac Seth Shadi Shahin Shahram Sharifa Shirin Shirwan Shukri Siegfried Sigfrid Sigge Signe
        Signhild Sigrid Sigurd Sigvard Siham Silvia Simeon Simon Simone Sinan Siri Sirin Sirkka Sirpa Siv Sivan Sivert
        Sixten Slobodan Sofi Sofia Sofian Sofie Sofija Soheila Soile Sol Solomon Solveig Sonia Sonja Sonny Sophia Sophie
        Soraya Souad Spiro Staffan Stanislaw Stefan Stefano Steinar Stella Stellan Sten Stephanie Steve Steven Stig
        Stina Stojan Sture Suad Suada Sucdi Suhaib Suleiman Suleyman Sumaya Sune Susan Susana Susann Susanna Susanne
        Sussie Suzana Suzanne Svante Svea Sven Sverker Sverre Svetla Svetlana Swantje Sylvia Sören Tadesse Tage Taha
        Tahir Taimi Taina Tamara Tamer Tania Tanja Tapani Tapio Tarek Tarik Tariq Tarja Tatiana Tatjana Ted Tekla Tekle
        Teodor Teresa Terese Teresia Terttu Tesfay Tesfaye Tess Tessan Thanh Thea Theo Theodor Theres Therése Therese
        Theresia Thomas Thor Thorbjörn Thore Thorsten Thorvald Thure Tiina Tilda Tilde Tilia Tilly Tim Timea Timo Tina
        Tindra Tiril Tobbe Tobias Tom Tomas Tomasz Tomislav Tommy Toni Tony Tor Tora Torbjörn Tord Tore Torgny Torkel
        Tormod Torsten Torulf Torun Torvald Tova Tove Trine Tristan Tuija Ture Turid Tuula Tuulikki Tuva Tyko Tyra
        Tyrone Uffe Ulf Ulla Ulrica Ulrik Ulrika Umar Umut Uno Urban Ursula Urszula Urve Uwe Vahid Valborg Valdemar
        Valdis Valentin Valentina Valon Valter Vanessa Vanja Vanna Vasil Vasiliki Vedad Vedran Veikko Vendela Vera
        Verica Verna Verner Veronica Veronika Vesna Vibeke Victor Victoria Vidar Viggo Viktor Viktoria Viktorija Vilgot
        Vilhelm Vilhelmina Vilho Vilja Viljo Ville Villemo Vilma Vilmer Vincent Viola Violeta Virpi Viveca Viveka Vivi
        Vivian Vivianne Vladan Vladimir Voitto Vuokko Wael Wafa Walborg Waldemar Waleed Walid Walter Wasim Werner Wictor
        Wiggo Wiktor Wiktoria Wilhelm Wilhelmina Wilja Wille William Willy Wilma Wilmer Wioletta Wivi Wojciech Xhevat
        Xin Yahya Yara Yaser Yasin Yasir Yasmin Yasmine Yassin Ylle Ylva Yme Yngve Yohannes Yonas Yonis Younes Younis
        Yousef Youssef Yuliya Yuna Yuri Yury Yusra Yusuf Yvette Yvonne Zafer Zahir Zahra Zaid Zainab Zakaria Zakariya
        Zaki Zara Zaynab Zdravko Zdzislaw Zeinab Zelal Zeynep Ziad Zita Zlata Zlatan Zlatko Zoe Zofia Zohra Zoltan Zoran
        Zsófia Åke Åsa Åse Åshild Åsmund Örjan Östen
        """
    )
)
"""Given names that many have. A name that is not here is still met by its family name or by the word before it."""

FAMILY = frozenset(
    words(
        """
        Abdulle Ahlin Ahlm Ahmadi Ahmadzai Andrae Andrén Arnell Aspelin Asplund Axelman Axén Backlund Backman Bergh
        Bergholm Berglund Bergman Bergmark Bergsten Bergstrand Bergvall Björck Björklund Björkman Björnfot Blixt Bodén
        Bodin Bohlin Bohman Bolin Boman Brandt Brinkman Brodin Brolin Broman Brunell Bruun Burman Bylund Bäckman Carlson
        Cederholm Cederlund Celik Chen Dahlén Dahlin Dalman Delin Demir Edholm Edin Edlund Edman Edvall Ehrling Ekelund
        Ekermann Ekholm Eklund Eklöf Ekman Ekroth Ekstrand Eldh Elfving Elgh Engblom Englund Engman Engvall Ericson
        Fagerlund Flink Flodin Forsell Forslind Forslund Forsman Forssell Forssén Franzén Fredholm Frid Friman Frödin
        Gashi Gidlöf Grahn Granat Granath Grandin Granlund Grönlund Haddad Hagelin Haglind Haglund Hagman Halldin Hallin
        Hallman Hammarlund Hedin Hedlund Hedman Hellman Hjelm Hjorth Holmlund Holst Hosseini Hultin Hultman Hyltén
        Hägglund Höglund Issa Jafari Janzon Johnson Juhlin Järvinen Kahn Karimi Karlman Khalil Khan Kjellin Kjellman
        Korhonen Kovacevic Kowalczyk Kowalski Krantz Krook Källman Laakso Landin Lantz Leander Lehtonen Levin Lidén
        Lidman Lindau Lindblad Lindblom Lindborg Lindell Lindelöf Lindén Linder Lindfors Lindh Lindholm Lindmark
        Lindroth Lindskog Lindvall Lindwall Linnér Liu Lundblad Lundbäck Lundell Lundh Lundholm Lundin Lundmark Lundvall
        Magnell Malmros Malmsten Marklund Melander Melin Mohammadi Mohamud Molin Morén Mäkinen Möller Nasser Nguyen
        Nieminen Nordell Nordh Nordin Nordlander Nordlund Nordvall Norén Norlin Norling Nyblom Nybom Nyholm Nylander
        Nylén Nylund Nyman Näslund Näsman Odén Olander Palmér Paulin Pehrson Petrovic Petterson Pihl Raab Rahimi Rehn
        Rezaei Rosander Rosell Rosén Roslund Roth Rydell Rydén Rydholm Rydin Rönn Sahlin Sandelin Sandell Sandin
        Sandvall Schmidt Schröder Schultz Selander Selin Sernhede Sidén Silfver Singh Sjöblom Sjödin Sjöholm Sjölander
        Sjölin Sjölund Sjöstrand Sjöö Skogh Skoglund Skogman Skoog Stenlund Stenmark Strandell Strandh Strandman
        Strandvall Strid Stridh Strömbäck Ståhl Stålhammar Stålhandske Sundelin Sundell Sundh Sundholm Sundin Sundman
        Svahn Sveder Svedin Svedlund Söderblom Söderbäck Söderholm Söderlund Söderman Tegnér Thelin Thorell Thorén
        Thorsell Thulin Thyr Tillman Torell Tran Törnblom Törnroos Uddin Uhlin Ulander Vallin Vesterlund Vestin Vidén
        Viklund Virtanen Wadman Wahlin Wallander Walldén Wallén Wallenius Wallin Wallman Wang Warsame Weman Westerling
        Westerlund Westin Westling Westlund Westman Wiborg Wickman Widell Widén Widlund Wijk Wiklund Wikman Wikner Wirén
        Wramner Yildiz Yilmaz Zetterlund Zhang Åberg Ågren Åhlander Åhlin Åhlund Åhman Åhs Åkerblom Åkerlund Åkerman
        Ålander Åman Åslund Öberg Ödman Öhlin Öhlund Öhman Öhrn Öman Österlind Österlund Österman Östlin Östling Östlund
        Östman
        """
    )
)
"""Family names that many have and that are no ordinary words."""

FAMILY_WORDS = frozenset(
    words(
        """
        Alm Ask Berg Björk Blad Blom Bäck Dahl Ek Falk Fors Frisk Gran Hall Hammar Hed Holm Häll Kvist Lilja Lind
        Ljung Lund Löf Modig Nord Palm Rask Rosen Ros Skog Stark Strand Ström Svan Svärd Söder Vik Wall
        """
    )
)
"""Ordinary words that are family names where a given name follows."""

FAMILY_ENDINGS = words(
    "sson sdotter sen berg ström qvist kvist gren quist dahl stedt ovic evic ović ević wski ovski enko oglu zadeh zada"
)
"""Ends of family names that places and companies seldom have."""
