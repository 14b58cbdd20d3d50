"""Names of people in Sweden: the given and family names that many have, by which a name is told from other capitalised words."""

from __future__ import annotations

from macros.words import words

GIVEN = frozenset(
    words(
        """
        Aaron Abbas Abdi Abdirahman Abdul Abdullah Abdullahi Ada Adam Adele Adnan Adrian Agne Agnes Agneta Agnieszka
        Ahmad Ahmed Ahmet Aina Aisha Alan Albert Alberto Albin Alejandro Aleksandra Alex Alexander Alexandra Alexis Alf
        Alfons Alfred Algot Ali Alice Alicia Alina Allan Alma Alva Alvar Alve Alvin Amadeus Amal Amalia Amanda Amelia
        Amelie Amin Amina Amir Amira Ana Anas Anders Andrea Andreas Andres Andrew Andrzej André Andréas Anette Angela
        Angelica Angelika Angelina Anita Anja Ann Anna Anne Anneli Annelie Annette Annica Annie Annika Annikki Antero
        Anthony Anton Antonia Antonio Arman Arne Arnold Aron Arthur Artur Arvid Asma Assar Asta Aston Astrid August Axel
        Ayan Ayse Barbara Barbro Bashir Beata Beatrice Ben Bengt Benjamin Benny Berit Berndt Bernhard Bernt Bert Bertil
        Betty Bianca Bilal Bill Billy Birger Birgit Birgitta Bjarne Björn Bo Bodil Boel Boris Bosse Brita Britt Britta
        Bror Bruno Bushra Börje Cafer Cajsa Camilla Carin Carina Carl Carlos Carmen Carola Carolin Carolina Caroline
        Casper Cassandra Catarina Catharina Cathrine Catrin Cecilia Celine Charles Charlie Charlott Charlotta Charlotte
        Christel Christer Christian Christin Christina Christine Christofer Christoffer Christopher Claes Clara Clas
        Claudia Colin Conny Cornelia Cristina Curt Dag Dagmar Dagny Dan Daniel Daniela Daniella Dante Darko David Denise
        Dennis Desirée Diana Dick Doris Douglas Dragan Ebba Ebbe Eddie Edgar Edit Edith Edvard Edvin Edward Edwin Egon
        Einar Eira Eivor Elena Eleonor Eleonora Eli Elias Elif Elin Elina Elinor Elis Elisa Elisabet Elisabeth Elise
        Elizabeth Ella Ellen Ellie Ellinor Elliot Elly Elma Elmer Elna Elof Elsa Else Elsie Elsy Elton Elvin Elvira Elvy
        Emanuel Emelie Emil Emilia Emilie Emilio Emily Emir Emma Emmy Enar Engla Enya Eric Erica Erik Erika Erland
        Erling Erna Ernst Eskil Estelle Ester Esther Ethel Eugen Eva Evald Evelina Evelyn Evert Evy Ewa Fabian Fadi
        Faisal Fanny Farah Farid Fatima Fatuma Felicia Felix Ferdinand Filip Filippa Folke Frank Frans Fred Fredric
        Fredrik Fredrika Freja Frida Fritz Gabriel Gabriella Georg George Gerd Gerda Gerhard Gert Gertrud Ghazal Gillis
        Gisela Glenn Goran Gordana Gottfrid Greger Greta Gudrun Gun Gunborg Gunhild Gunilla Gunnar Gunnel Gunvor Gustaf
        Gustav Göran Görel Gösta Göte Habiba Hala Hamid Hampus Hamza Hanan Hanna Hannah Hannele Hannes Hans Harald
        Harriet Harry Hasan Hassan Hawa Hedda Hedvig Heidi Helen Helena Helene Helga Helge Helmer Helén Heléne Henning
        Henric Henrietta Henrik Henry Herbert Herman Hilda Hilding Hillevi Hilma Hjalmar Hjördis Hodan Holger Huda Hugo
        Hussein Håkan Ian Ibrahim Ida Idil Ilona Ilse Iman Ina Ines Inez Inga Ingalill Inge Ingeborg Ingegerd Ingegärd
        Ingela Ingemar Inger Ingmar Ingrid Ingvar Irene Iris Irma Iréne Isa Isaac Isabel Isabell Isabella Isabelle Isac
        Isak Ismail Ivan Ivar Jack Jacob Jakob Jamal James Jan Jana Jane Janet Janne Jari Jarl Jasmin Jasmine Jean
        Jeanette Jelena Jennie Jennifer Jenny Jens Jerker Jerry Jesper Jessica Jill Jim Jimmie Jimmy Joachim Joacim
        Joakim Joanna Joel Johan Johanna Johannes John Johnny Joline Jon Jonas Jonatan Jonathan Jonna Jonny Jose Josef
        Josefin Josefina Josefine Joseph Josephine José Jovan Juan Judith Juha Juhani Julia Julian Julie Julius Jörgen
        Kaarina Kai Kaisa Kaj Kajsa Kalevi Kalle Kamal Kari Karim Karin Karina Karl Karolina Kasper Katarina Katarzyna
        Katharina Katja Katrin Kennet Kenneth Kenny Kent Kenth Kerstin Kevin Khadija Khaled Khalid Kian Kim Kjell Klara
        Klas Knut Konrad Krister Kristian Kristin Kristina Kristine Kristofer Kristoffer Krystyna Krzysztof Kumar Kurt
        Lage Laila Lara Lars Lasse Laura Layla Lea Leah Leena Leif Leila Leja Lena Lennart Leo Leon Leona Leonard
        Leonardo Leopold Levi Leyla Liam Liisa Lilian Lillemor Lilly Lily Lina Linda Linn Linnea Linnéa Linus Lisa
        Lisbet Lisbeth Liselott Liselotte Liv Livia Loke Lotta Loui Louie Louis Louise Lova Love Lovis Lovisa Lowe Lucas
        Ludvig Ludwig Luis Lukas Lydia Lykke Maarit Madeleine Madelene Magda Magdalena Magnus Mahdi Maher Mahmoud Maivor
        Maj Maja Majken Majvor Malgorzata Malin Malte Malva Manfred Manuel Marcin Marco Marcus Marek Margaret Margareta
        Margaretha Margit Margot Margret Mari Maria Mariam Mariana Mariann Marianne Marie Marika Marina Mario Marit
        Marita Marja Marjatta Mark Marko Markus Marlene Marta Martin Martina Mary Maryam Maryan Matheo Mathias Mathilda
        Matias Matilda Mats Matteo Matti Mattias Mattis Matts Maud Mauritz Max Maximilian Maya Mehdi Mehmet Meja Melina
        Melissa Melker Melvin Melwin Mia Micael Michael Michaela Michal Michel Michelle Miguel Mika Mikael Mikaela Mila
        Milica Milla Milo Milton Mimmi Mina Minna Mio Mira Miranda Miriam Mirjam Mirza Moa Mohamad Mohamed Mohammad
        Mohammed Mohsen Molly Mona Monica Monika Mordechai Morgan Muhammad Mustafa Måns Mårten Märta Märtha Nadia Nadja
        Naima Nancy Nanna Nasrin Natalia Natalie Natanael Nathalie Nellie Nelly Neo Nermin Nicholas Nicklas Niclas
        Nicolas Nicole Niels Niklas Nikola Nils Nima Nimo Nina Noa Noah Noel Noor Nora Nour Nova Novalie Ola Olav Olavi
        Ole Olga Oliver Olivia Oliwer Olle Olof Olov Omar Omid Osama Oscar Oskar Osman Ossian Ottilia Otto Ove Owe
        Parisa Patric Patricia Patrick Patrik Paul Paula Paulina Pauline Pawel Peder Pehr Pekka Pelle Per Pernilla Peter
        Petra Petter Philip Pia Pierre Piotr Pirjo Pontus Pär Rachel Rafael Ragnar Ragnhild Rahma Rainer Ralf Ralph Rami
        Rana Rania Rasha Rasmus Raymond Rebecca Rebecka Reem Regina Reine Reinhold Renate Renée Reza Richard Rickard
        Rigmor Rikard Rita Ritva Robert Roberto Robin Roger Roland Rolf Ronald Ronja Ronnie Ronny Rosa Rose Rosita Roy
        Roya Ruben Rudolf Runar Rune Rut Ruth Sabina Sabrina Saga Sahra Said Saleh Sally Salma Salman Sam Sami Samir
        Samira Samuel Sander Sandra Sanna Sara Sarah Sebastian Selma Seppo Seth Shirin Siegfried Sigfrid Sigge Signe
        Signhild Sigrid Sigurd Sigvard Simon Simone Siri Sirpa Siv Sivert Sixten Slobodan Sofi Sofia Sofie Sol Solveig
        Sonia Sonja Sonny Sophia Sophie Soraya Staffan Stefan Stella Stellan Sten Stephanie Stig Stina Sture Suad Sune
        Susan Susann Susanna Susanne Suzanne Svante Svea Sven Sverker Svetlana Sylvia Sören Tage Tahir Tanja Tapani
        Tapio Tariq Tarja Tatiana Ted Teodor Teresa Terese Teresia Thea Theo Theodor Theres Therese Theresia Therése
        Thomas Thor Thore Thure Tilda Tilde Tim Timo Tina Tindra Tobias Tom Tomas Tomasz Tommy Toni Tony Tor Tora
        Torbjörn Tord Tore Torgny Torsten Torun Tova Tove Tristan Ture Tuula Tuulikki Tuva Tyra Ulf Ulla Ulrica Ulrik
        Ulrika Uno Urban Ursula Valborg Valdemar Valentin Valentina Valter Vanessa Vanja Veikko Vendela Vera Verner
        Veronica Veronika Vesna Victor Victoria Vidar Viggo Viktor Viktoria Vilgot Vilhelm Vilhelmina Ville Vilma Vilmer
        Vincent Viola Viveca Viveka Vivian Vivianne Wael Waldemar Walid Walter Werner Wilhelm Wilhelmina Wille William
        Willy Wilma Wilmer Yasin Yasmin Yasmine Ylva Yngve Yonas Yousef Youssef Yusuf Yvonne Zahra Zainab Zaki Zara
        Zeinab Zlatan Zoe Zoran Åke Åsa Åse Örjan Östen
        """
    )
)
"""Given names that many have. A name that is not here is still met by its family name or by the word before it."""

FAMILY = frozenset(
    words(
        """
        Ahlin Ahmadi Andrén Asplund Backlund Backman Berglund Bergman Bergsten Bergstrand Bergvall Björklund Björkman
        Blixt Bodin Bohlin Bohman Bolin Boman Brandt Brodin Brolin Broman Burman Bylund Bäckman Carlson Chen Dahlin
        Dahlén Edin Edlund Edman Ekelund Ekholm Eklund Eklöf Ekman Ekstrand Engman Engvall Ericson Flink Forsell
        Forslund Forsman Franzén Frid Gashi Granath Granlund Grönlund Haglund Hagman Hallin Hedin Hedlund Hedman Hellman
        Hjelm Holst Hosseini Hultman Hägglund Höglund Issa Jafari Johnson Juhlin Khalil Khan Krantz Landin Lantz Levin
        Lidén Lindblad Lindblom Lindell Linder Lindfors Lindh Lindholm Lindmark Lindskog Lindvall Lindén Liu Lundblad
        Lundell Lundh Lundholm Lundin Lundmark Marklund Melander Melin Mohammadi Mohamud Molin Möller Nguyen Nordin
        Nordlander Nordlund Norlin Norling Norén Nylander Nylén Nyman Näslund Olander Pihl Rehn Rosén Roth Rydén Sahlin
        Sandell Sandin Schmidt Selin Singh Sjöblom Sjödin Sjöholm Sjölander Sjölin Sjölund Sjöstrand Skoglund Stenlund
        Strid Ståhl Sundell Sundin Svahn Söderholm Söderlund Söderman Thorén Thulin Tran Vallin Vesterlund Vestin
        Viklund Wallin Wallén Wang Westerlund Westin Westlund Westman Widén Wiklund Zhang Åkerlund Åkerman Åslund Öhman
        Östling Östlund Östman
        """
    )
)
"""Family names that many have and that are no ordinary words."""

FAMILY_ENDINGS = words("sson sdotter sen berg ström qvist kvist gren quist dahl stedt")
"""Ends of family names that places and companies seldom have."""
