"""Names of people in Sweden: the given and family names that many have, by which a name is told from other capitalised words."""

from __future__ import annotations

from macros.words import words

WORD = r"[A-ZÅÄÖÉÜ][a-zåäöéüćčšžøæ]+"
"""A capitalised word, as part of a pattern."""

GIVEN = frozenset(
    words(
        """
        Aaron Abbas Abbe Abdalla Abdelkader Abdelrahman Abdi Abdifatah Abdihakim Abdikarim Abdinasir Abdirahman
        Abdirashid Abdirizak Abdiwali Abdul Abdulahi Abdulaziz Abdulkadir Abdulkarim Abdullah Abdullahi Abdulqadir
        Abdulrahman Abeba Abed Abel Abigail Abir Abraham Acke Ada Adam Adde Adel Adele Adelina Adil Adina Adnan Adrian
        Adriana Aferdita Afnan Afram Afrim Agaton Agda Agim Agne Agnes Agneta Agnieszka Ahlam Ahmad Ahmadreza Ahmed
        Ahmet Aicha Aida Ailin Ailo Aina Aino Aisha Ajdin Ajla Akram Aksel Alaa Alan Alba Albana Albert Albertina
        Alberto Albin Albion Aldijana Aldin Aldo Aleah Alejandro Aleksandar Aleksander Aleksandra Alem Alemayehu
        Alessandro Alessia Alex Alexa Alexander Alexandra Alexandro Alexis Alf Alfhild Alfie Alfons Alfred Alfrida
        Algerd Algirdas Algot Ali Alice Alicia Alicja Alida Alija Alina Alireza Alis Alisa Alisia Alissa Aliyah Alja
        Allan Allis Alma Almira Alrik Alva Alvar Alvaro Alve Alvin Alvina Alwin Amadea Amadeus Amadou Amal Amalia Amanda
        Amani Amar Amelia Amelie Amelinda Amer Amie Amila Amin Amina Aminata Amine Amir Amira Amjad Ammar Amna Amos Amra
        Amran Ana Anahita Anakin Anas Anastasia Anastasija Anci Anders Andie André Andrea Andreas Andréas Andreea Andrej
        Andres Andrew Andrija Andrzej Anela Aneta Anette Ángel Angela Angelica Angelika Angelina Angelo Anica Aniela
        Anika Anil Anine Anisa Anita Anja Ankie Ann Anna Annabell Annabelle Annalena Anne Anneli Annelie Annelis
        Annemari Annemarie Annette Anni Annica Annicka Annie Annika Annikki Anselm Antero Anthony Anton Antonella Antoni
        Antonia Antonija Antonio Antti Anya Arash Arben Ardian Ardita Arezo Arian Ariana Arianna Ariel Arif Arijana
        Arijeta Arlo Arman Armando Armin Armina Arn Arne Arnold Aron Arta Arthur Arto Artur Arvid Arvo Arya Aryan Asad
        Asal Ascar Ashir Ashkan Ashley Asker Aslan Asli Asma Asmaa Assar Asta Aston Astor Astri Astrid Atle Atos Atso
        August Aurelia Aurora Ava Avan Awa Awet Axel Axelina Axl Aya Ayaan Ayan Ayda Ayla Ayman Ayse Ayub Azad Aziz Azra
        Bahar Bahram Baran Barbara Barbro Bardh Barzan Basel Bashar Bashir Basim Basma Bassam Bastian Batul Beata
        Beatrice Behnam Behzad Bekim Belinda Bella Belle Belma Ben Benedikta Bengt Bengta Benita Benjamin Benji Benno
        Benny Bente Benyamin Berat Berit Berith Bernadette Berndt Bernhard Bernt Bert Berta Bertha Bertil Besa Besart
        Besim Bettan Betty Bianca Bilal Bill Billie Billy Biniam Birger Birgit Birgitta Birgitte Birte Bjarke Bjarne
        Bjarni Björn Blerim Blerta Bo Boban Bobbie Bobby Bodil Boel Bogdan Bojan Bonnie Boris Bosse Branka Branko
        Brigitta Brigitte Brita Britt Britta Bror Bruno Burim Bushra Börje Cafer Cajsa Calle Camelia Camilla Cari Carin
        Carina Carita Carl Carla Carlos Carmen Carola Carolin Carolina Caroline Casimir Caspar Casper Caspian Cassandra
        Catalina Catarina Catharina Cathrine Catrin Cecil Cecilia Cecilie Celia Celina Celine Ceylan Chandra Charles
        Charlie Charlott Charlotta Charlotte Chatrine Chloe Chris Christa Christel Christer Christian Christin Christina
        Christine Christofer Christoffer Christopher Christos Cilla Claes Clara Clas Claudia Claudio Clemens Cleo
        Colin Connie Conny Conrad Cora Corinne Cornelia Crister Cristian Cristina Curt Dafina Dag Dagmar Dagny Dahlia
        Dalia Damian Damir Damjan Dan Dani Danial Danica Daniel Daniela Daniella Danijel Dante Danuta Dardan Daria
        Darius Dariusz Darko Darya Davi David Davor Davoud Dawid Dawit Deborah Dejan Delal Denis Denise Deniz Dennis
        Deqa Desirée Devin Diana Dick Didrik Diego Dijana Dilan Dilnaz Dilva Dimitri Dino Disa Ditte Diyar Dolores
        Dominik Donia Donya Dorian Doris Dorota Dorotea Dorothy Douglas Dragan Drita Driton Dunja Durim Dusan Dzenana
        Ebba Ebbe Ebrahim Eddie Eddy Edgar Edin Edina Edit Edita Edith Edla Edmund Edna Edona Eduardo Edvard Edvin
        Edward Edwin Efraim Egon Ehsan Eija Eila Einar Eine Eino Eira Eirik Eivor Ejla Ejvind Ekaterina Elaf Elaine
        Eldin Elena Eleni Eleonor Eleonora Elfi Elham Eli Elia Eliah Elian Elias Elif Elin Elina Elinor Elio Eliot Elis
        Elisa Elisabet Elisabeth Elisabetta Elise Eliza Elizabeth Ella Ellen Ellenor Elliana Ellie Ellinor Elliot
        Elliott Elly Elma Elmedina Elmer Elmi Elmina Elmir Elmo Elna Elof Elonora Elowen Elsa Else Elsie Elsy Elton Elva
        Elvar Elvin Elvine Elvira Elvis Elvy Elzbieta Emanuel Emanuela Embla Emelia Emelie Emil Emilia Emilie Emilio
        Emily Emin Emina Emine Emir Emma Emmeli Emmelie Emmy Emre Enar Enes Engla Enis Enisa Enrique Ensio Enver Enya
        Enzo Erdem Eren Erhan Eric Erica Erik Erika Erkki Erland Erling Ermias Ermina Erna Ernesto Ernst Erol Eron Eskil
        Esma Esmeralda Esra Estelle Ester Estera Esther Estrid Ethel Etta Eugen Eugenia Eva Evald Evalena Evamaria Evan
        Evelina Evelyn Evert Evin Evy Ewa Ewan Ewelina Eyerusalem Ezra Fabian Fadi Fadil Faduma Fadumo Fahad Faisal
        Faiza Fanny Farah Fardowsa Farhad Farhan Farhiya Fariba Farid Farida Faris Farzaneh Fatemeh Fathi Fatima Fatime
        Fatmir Fatou Fatuma Fawzi Fazil Fehime Felicia Felicie Felix Femke Ferdinand Ferhat Feven Fia Fidde Fikret Filip
        Filipa Filippa Filmon Fiona Flamur Florent Florian Folke Frances Francesca Francisco Franco Frank Franka Frans
        Fred Freddy Fredric Fredrik Fredrika Frej Freja Freweini Frey Frida Frideborg Fridolf Fritiof Fritz Frode Fuad
        Gabbe Gabriel Gabriela Gabriella Gaby Gaia Genc Georg George Georgia Georgios Gerd Gerda Gerhard Gerhardt
        Germund Gert Gertrud Ghadir Ghassan Ghazal Gholam Gideon Gillis Gina Giorgio Giovanni Gisela Gittan Glenn Goran
        Gordan Gordana Gottfrid Gottfried Gottlieb Grazyna Greger Greta Grete Gudmund Gudrun Guled Gullan Gulli Gullvi
        Gülsen Gun Gunborg Gunbritt Gunda Gunde Gunhild Gunilla Gunlög Gunnar Gunnel Gunvi Gunvor Gurli Gustaf Gustav
        Gustava Gustavo Gusten Göran Görel Gösta Göte Göthe Haakon Habib Habiba Haddi Hadi Hadja Hafsa Haidar Haider
        Hajar Hakan Hakim Hala Halim Halima Halime Halina Halvard Hamdi Hamed Hamid Hampus Hamse Hamza Hanadi Hanan Hani
        Hanife Hanna Hannah Hanne Hannele Hannes Hans Harald Hardy Haris Harley Harriet Harry Hasan Hashem Hassan Hasse
        Hatice Hawa Hawo Hayat Hazem Heba Hector Hedda Hedvig Hedvika Heidi Heike Heikki Hektor Helen Helén Helena
        Helene Heléne Helga Helge Helin Helle Helmer Helmi Helmut Helvi Henning Henny Henok Henric Henrietta Henriette
        Henrik Henrike Henrique Henry Herbert Herman Hermine Herta Hervor Hiba Hibo Hilda Hildegard Hilding Hildur Hilja
        Hillevi Hilma Hilmer Hilmi Hiwa Hjalmar Hjördis Hoda Hodan Hodo Holger Homa Hossein Hubert Huda Hugo Hulda
        Huldah Hülya Husam Husein Hussain Hussam Hussein Håkan Ian Ibbe Iben Ibrahim Ibtisam Ida Idil Idris Idriss Idun
        Ifrah Igge Igor Ikram Ilaria Ilham Ilhan Iliana Ilir Ilona Ilse Ilya Ilyas Imad Iman Immanuel Imran Imre Ina
        Inari Inas Indira Ines Inez Inga Ingalena Ingalill Ingbritt Inge Ingeborg Ingegerd Ingegärd Ingela Ingemar
        Ingemo Inger Ingmar Ingmarie Ingolf Ingrid Ingvar Ingvild Ingvor Irena Irene Iréne Irina Iris Irma Irmeli Isa
        Isaac Isabel Isabela Isabell Isabella Isabelle Isac Isadora Isak Isatou Iselin Ismael Ismail Ismet Isolde Issam
        Istvan Ivan Ivana Ivar Iver Ivo Iwona Iza Izabella Jaana Jabril Jacek Jack Jackie Jacob Jaden Jafar Jaime Jakob
        Jakub Jalal Jalil Jama Jamal James Jamie Jamila Jan Jana Jane Janet Janette Janina Janne Jannike Janos Jari Jarl
        Jarmo Jasim Jasmin Jasmina Jasmine Jasna Jasper Javad Javier Jawad Jayden Jean Jeanette Jeff Jelena Jelina Jenna
        Jennie Jennifer Jenny Jens Jeremias Jeremy Jerker Jerry Jerzy Jesper Jessica Jessie Jesús Jetmir Jeton Jette
        Jihan Jill Jim Jimmie Jimmy Jiyan Joachim Joacim Joakim Joana Joanna Joar Jocke Joel Joelle Joey Johan Johanna
        Johanne Johannes John Johnny Johny Jolanta Joline Jon Jona Jonas Jonatan Jonathan Joni Jonna Jonny Jonte Jorge
        Jorun Jorunn José Jose Josef Josefin Josefina Josefine Joseph Josephine Joshua Josip Josua Jouni Jovan Jovana
        Joyce Jozef Juan Judit Judith Juha Juhani Jukka Julia Julian Juliana Julie Julien Juliette Julina Julio Julius
        Junia Jussi Justyna Jytte Jólan Jöns Jörgen Jörn Kaarina Kacper Kadir Kai Kaia Kaisa Kaisu Kaj Kajsa Kaleb
        Kalevi Kalle Kamal Kamil Kamila Kamilla Kammal Karam Karen Kari Karim Karima Karin Karina Karl Karol Karolina
        Karsten Kasia Kasim Kasper Kaspian Katarina Katarzyna Katharina Kathrine Katinka Katja Katrin Katy Kayla Kaysa
        Kazimierz Keanu Kebede Keira Keith Kelly Kemal Kenan Kennet Kenneth Kenny Kent Kenth Kerim Kerstin Kerttu Kevin
        Khadar Khadija Khadra Khaled Khalid Khalil Kian Kiara Kicki Kidane Kim Kimberly Kimmo Kinga Kira Kirsi Kirsten
        Kjell Kjerstin Klara Klas Klaudia Klaus Kleo Kleopatra Knut Konny Konrad Konstantin Koray Kornelia Kowsar
        Krister Kristian Kristin Kristina Kristine Kristjan Kristofer Kristoffer Krystian Krystyna Krzysztof Kumar Kuno
        Kurre Kurt Kyösti Kåre Laban Ladan Lage Laila Lajla Lamia Lamin Lana Lara Larisa Lars Lasse Latif Latifa Laura
        Laurentius Lavinia Layla Lea Leah Leandro Leena Leffe Leia Leif Leila Leja Lejla Lelle Lemlem Lena Lennart
        Lennie Lennox Lenny Leo Leon Leona Leonard Leonardo Leonel Leonie Leonora Leontina Leopold Leopoldo Letizia Levi
        Leyla Leyli Lia Liam Lian Liana Lias Liban Lidia Lidija Liisa Lilian Lilith Lilja Lill Lillebror Lillemor Lilli
        Lillie Lilly Lily Lina Linda Linea Linn Linnéa Linnea Lino Linus Lionel Lis Lisa Lisbet Lisbeth Lise Liselott
        Liselotte Lisen Lisette Lissie Liv Livia Ljiljana Ljubica Loke Lola Lolita Lorena Lorentz Lorenzo Loreta Lotta
        Lotten Loui Louie Louis Louisa Louise Lova Love Loviisa Lovis Lovisa Lowe Luan Luay Luca Lucas Lucia Lucian
        Luciana Luciano Lucy Ludde Ludvig Ludwig Luis Luisa Luka Lukas Luke Luljeta Luna Lussan Lydia Lykke Maaret
        Maarit Maarten Maciej Macke Maddie Madeleine Madelene Madicken Madina Mads Magda Magdalena Maggan Magnus Maha
        Mahad Mahamed Mahdi Maher Mahir Mahmoud Mahmud Mahnaz Mai Maia Maida Maivor Maj Maja Majd Majid Majken Majlis
        Majsan Majvor Maksim Malak Malcolm Malcom Malek Malena Malgorzata Malik Malin Malou Malte Malva Malvin Mamadou
        Manal Manar Mandana Manfred Manne Mansour Manuel Marcel Marcela Marcella Marcelo Marcin Marco Marcus Marek
        Margaret Margareta Margaretha Margarita Margit Margot Margret Margreth Mari Maria Mariam Mariana Mariann
        Marianne Maribel Marica Marie Mariella Marietta Marijana Marika Marina Mario Marit Marita Marius Mariusz Marja
        Marjan Marjatta Marjo Mark Marketta Marko Markus Marlen Marlene Marley Marlon Marouane Marta Martha Martin
        Martina Marvin Marwa Marwan Mary Maryam Maryan Marzena Masoud Massoud Matej Mateo Mateusz Matheo Matheus Mathias
        Mathilda Mathilde Matias Matilda Matilde Mats Matteo Matti Mattias Mattis Matts Maud Maurice Maurits Mauritz
        Mauro Max Maximilian Maxine Maya Mayada Mebrahtu Medea Mehdi Mehmet Mehrdad Meja Melanie Melek Melia Melika
        Melina Melissa Melker Melody Melvin Melvina Melwin Merete Merhawi Meriam Merima Merit Merja Merle Meron Mertcan
        Merve Meryem Mesfin Mia Micael Michael Michaela Michal Michel Michelle Mick Miguel Mihai Mika Mikael Mikaela
        Mike Mikko Mila Milad Mildred Milena Miley Milica Miljan Milla Millan Millie Milo Milos Milovan Milton Mimmi
        Mina Minea Minette Minh Minna Mio Mira Miranda Mirela Miriam Mirja Mirjam Mirjana Miro Mirsad Mirza Moa Mohamad
        Mohamed Mohammad Mohammed Mohamud Mohsen Molly Moltas Mona Monia Monica Monika Mordechai Morgan Moritz Morteza
        Moses Mostafa Mouna Mubarak Muhamed Muhammad Muhammed Mukhtar Muna Munir Munira Murat Musa Muse Mustaf Mustafa
        Myra Måns Mårten Märit Märta Märtha Nabil Nada Nader Nadia Nadim Nadine Nadir Nadja Nael Naemi Nahid Nahla Naim
        Naima Najib Najma Nalin Nalle Nancy Nanna Naomi Narges Naser Nasir Nasra Nasrin Nasser Natacha Natalia Natalie
        Natan Natanael Natasa Natasha Nathalie Nathan Nawal Nazanin Nazar Nea Nebojsa Neda Nedim Nefeli Negar Negin Nela
        Nell Nelli Nellie Nelly Nelson Nenad Neo Nermin Nermina Neven Nevena Nicholas Nicke Nicklas Nicko Niclas Nicola
        Nicolas Nicole Nicolina Niels Nihad Niilo Niki Nikita Nikki Niklas Niko Nikola Nikolaj Nikolaos Nikolina Nilo
        Nils Nilüfer Nima Nimo Nina Ninni Ninnie Nino Nisse Nizar Noa Noah Noel Noomi Noor Nora Norah Norea Nour Nova
        Novah Novalie Nuha Numan Nura Nuria Nuur Obaid Obaida Oddvar Ofelia Ola Olaf Olav Olavi Ole Oleg Oleksandr Olena
        Olga Olina Oline Oliver Olivera Olivia Olivier Oliwer Olle Ollie Olof Olov Omar Omer Omid Omran Oona Orhan Orvar
        Osama Oscar Oskar Osman Osmo Ossi Ossian Osvald Othman Otilia Ottilia Otto Oula Outi Ove Owe Ozzy Pablo Palle
        Pamela Paolo Parisa Parvaneh Parviz Patric Patricia Patrick Patrik Patrycja Patsy Paul Paula Paulina Pauline
        Paulo Pavel Pawel Payam Peder Pedram Pedro Peer Peggy Pehr Pekka Pella Pelle Penelope Per Pernilla Pernille
        Petar Peter Petra Petri Petronella Petrus Petter Peyman Philip Philippa Phoebe Pia Pierina Pierre Piotr Pippi
        Pirjo Pirkko Poja Pontus Pooya Predrag Pär Qasim Quentin Rabia Rachel Radmila Radovan Rafael Rafal Raffaele Rafi
        Raghad Raghnild Ragna Ragnar Ragnhild Ragnvald Rahel Rahma Raija Raili Raimo Rainer Rajesh Rakel Ralf Ralph
        Raman Ramazan Rami Ramin Ramiz Ramon Ramona Rana Randi Rania Ranveig Rasha Rashid Rasim Rasmus Rasoul Rauf Raul
        Rauno Rawan Raymond Razan Rebecca Rebecka Rebin Redwan Reem Refik Regina Regine Reidar Reijo Reine Reinhold
        Remzi Renata Renate René Renée Reyhan Reza Riad Ricardo Riccardo Richard Rickard Rigmor Riitta Rikard Rikke Rima
        Rinor Rita Ritva Robban Robert Roberta Roberth Roberto Robin Rocco Rodrigo Roger Roine Rojin Roksana Roland Rolf
        Roman Romina Romy Ronald Ronan Ronja Ronnie Ronny Rory Rosa Rosalie Rosanna Rose Rosita Rosmari Rosmarie Rostam
        Roxanne Roy Roya Roza Rozita Ruben Rudolf Rufus Ruken Runa Runar Rune Ruslan Rustam Rut Rutger Ruth Ryan Rykke
        Saad Saara Sabah Sabiha Sabina Sabri Sabrina Sackarias Sadia Safa Safia Safiya Saga Sagal Sahar Sahra Said Saida
        Saif Sakari Salam Saleh Salih Saliha Salim Sally Salma Salman Salwa Sam Samah Samantha Samar Samer Sami Samia
        Samina Samir Samira Sammy Samson Samuel Samuli Sanaa Sander Sandi Sandra Sanela Sania Sanja Sanna Sanni Sara
        Sarah Sarina Sarita Sasa Sasha Saskia Savannah Saynab Scarlett Sead Sebastian Sebbe Sedat Seid Selam Selena
        Selim Selina Selma Semir Semira Senad Senada Seppo Serdar Serena Sergej Sergio Serkan Sertac Setareh Seth
        Severin Seyed Shabnam Shadi Shahab Shahad Shahin Shahla Shahram Shakir Sharifa Shayan Sherin Shirin Shirwan
        Shukri Sibylla Siegfried Sienna Sigbritt Sigfrid Sigge Sighsten Signar Signe Signhild Sigrid Sigrun Sigurd
        Sigvald Sigvard Siham Sihem Silas Silje Silvia Simeon Simon Simona Simone Sina Sinan Siri Sirin Sirkka Sirpa Siv
        Sivan Sivert Siw Sixten Sladjana Slavica Slobodan Snezana Sofi Sofia Sofian Sofie Sofija Soheila Soile Sol
        Solbritt Solgerd Solomon Solveig Solvig Somaya Sonia Sonja Sonny Sophia Sophie Soraya Souad Spiro Staffan
        Stanislaw Stefan Stefania Stefano Steffi Steinar Stella Stellan Sten Stephan Stephanie Steve Steven Stieg Stig
        Stina Stojan Sture Suad Suada Sucdi Suhaib Suleiman Suleyman Sumaya Sune Sunniva Susan Susana Susann Susanna
        Susanne Sussi Sussie Suzana Suzanne Svante Svea Svein Sven Svenja Svenne Sverker Sverre Svetla Svetlana Swantje
        Sylve Sylvester Sylvi Sylvia Synnöve Sören Tadesse Tage Taha Tahir Taimi Taina Taisto Talal Talha Tamara Tamer
        Tamim Tania Tanja Tapani Tapio Tara Tarek Tarik Tariq Tarja Tatiana Tatjana Ted Teddy Tekla Tekle Teodor Teodora
        Teresa Terese Teresia Terje Terttu Tesfay Tesfaye Tess Tessan Thanh Thea Theia Thekla Thelma Theo Theodor
        Theodore Theres Theresa Therese Therése Theresia Thomas Thor Thora Thorbjörn Thore Thorsten Thorvald Thure Tiana
        Tiffany Tiina Tilda Tilde Tilia Tilly Tim Timea Timmie Timmy Timo Timon Tina Tindra Tiril Titti Tjelvar Tobbe
        Tobias Todor Tom Tomas Tomasz Tomislav Tommie Tommy Toni Tony Tor Tora Torbjörn Torborg Tord Tore Torgny Torhild
        Torild Torin Torkel Torleif Tormod Torsten Torulf Torun Torvald Tova Tovah Tove Trine Tristan Troy Truls Trygve
        Tuija Tuomo Ture Turid Tuula Tuulikki Tuva Twana Tyko Tyler Tyra Tyrone Töres Uffe Ulf Ulla Ulrica Ulrik Ulrika
        Umar Umut Uno Urban Ursula Urszula Urve Uwe Vahid Valborg Valdemar Valdis Valentin Valentina Valerie Valle Valon
        Valter Valtteri Vanessa Vanja Vanna Vasil Vasiliki Vasilios Vedad Vedran Veikko Vendela Venla Vera Verica Verna
        Verner Veronica Veronika Vesa Vesna Vibeke Vicky Victor Victoria Vidar Vigge Viggo Viktor Viktoria Viktorija
        Vilfred Vilgot Vilhelm Vilhelmina Vilho Vilja Viljo Ville Villemo Villy Vilma Vilmer Vincent Vincenzo Viola
        Violet Violeta Viorica Virginia Virpi Vittorio Viveca Viveka Vivi Vivian Viviana Vivianne Vlad Vladan Vladimir
        Voitto Vuokko Wael Wafa Walborg Waldemar Waleed Walid Walter Wanda Wanja Warda Wasim Wendela Werner Wictor Wiggo
        Wiktor Wiktoria Wilda Wilgot Wilhelm Wilhelmina Wilja Wille Willem William Willy Wilma Wilmer Winston Wioletta
        Wivi Wojciech Xavier Xenia Xhevat Xin Yahya Yamen Yaqub Yara Yaser Yasin Yasir Yasmin Yasmine Yassin Ylle Ylva
        Ylvi Yme Yngve Yohanna Yohannes Yonas Yonis Yosef Younes Younis Yousef Youssef Yuliya Yuna Yuri Yury Yusra Yusuf
        Yvette Yvonne Zac Zack Zafer Zahir Zahra Zaid Zaida Zainab Zakaria Zakarias Zakariya Zaki Zara Zaynab Zdravko
        Zdzislaw Zebastian Zehra Zeinab Zelal Zelda Zeljko Zelma Zeyad Zeynep Ziad Zilan Zita Zlata Zlatan Zlatko Zoe
        Zoey Zofia Zohra Zola Zoltan Zoran Zorica Zoya Zsófia Zuhra Åke Åsa Åse Åshild Åslög Åsmund Ängla Öivind Öjvind
        Örjan Östen
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
